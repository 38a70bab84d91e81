package orderly.lab.launcher;

import picocli.CommandLine.Command;

/** Lets a frozen process go on. */
@Command(name = "resume", description = "Let a frozen process go on.",
		footer = { "", "Example: ./orderly resume inventory-service" })
class Resume extends Act {

	Resume(Home home) {
		super(home, "goes on");
	}

	@Override
	void act(Control control, String name) {
		control.resume(name);
	}

}
