package orderly.lab.launcher;

import picocli.CommandLine.Command;

/** Takes a release back. */
@Command(name = "withdraw", description = "End a replica in its own time and forget it: a release is taken back.",
		footer = { "", "Example: ./orderly withdraw order-service#2" })
class Withdraw extends Act {

	Withdraw(Home home) {
		super(home, "was withdrawn");
	}

	@Override
	void act(Control control, String name) {
		control.withdraw(name);
	}

}
