package orderly.lab.launcher;

import picocli.CommandLine.Command;

/** Ends a process in its own time. */
@Command(name = "stop", description = "End a process in its own time: it deregisters, drains and closes.",
		footer = { "", "Example: ./orderly stop payment-service" })
class Stop extends Act {

	Stop(Home home) {
		super(home, "was stopped");
	}

	@Override
	void act(Control control, String name) {
		control.stop(name);
	}

}
