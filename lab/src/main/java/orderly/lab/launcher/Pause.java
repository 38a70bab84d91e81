package orderly.lab.launcher;

import picocli.CommandLine.Command;

/** Freezes a process. */
@Command(name = "pause",
		description = { "Freeze a process: it keeps its connections and answers nobody.",
				"It is a SIGSTOP, which Linux and macOS have, and Windows has not." },
		footer = { "", "Example: ./orderly pause inventory-service" })
class Pause extends Act {

	Pause(Home home) {
		super(home, "is frozen");
	}

	@Override
	void act(Control control, String name) {
		control.pause(name);
	}

}
