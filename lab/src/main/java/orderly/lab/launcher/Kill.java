package orderly.lab.launcher;

import picocli.CommandLine.Command;

/** Ends a process as kill -9 does. */
@Command(name = "kill", description = "End a process as kill -9 does: it finishes nothing.",
		footer = { "", "Example: ./orderly kill inventory-service" })
class Kill extends Act {

	Kill(Home home) {
		super(home, "was killed");
	}

	@Override
	void act(Control control, String name) {
		control.kill(name);
	}

}
