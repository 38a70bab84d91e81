package orderly.lab.launcher;

import java.util.List;

import picocli.CommandLine.Command;

/** Replaces a process by one of what was built meanwhile. */
@Command(name = "restart", description = "Build what changed, then replace a process.",
		footer = { "", "Example: ./orderly restart order-service" })
class Restart extends Act {

	private final Home home;

	Restart(Home home) {
		super(home, "serves again");
		this.home = home;
	}

	@Override
	void act(Control control, String name) {
		Builds.refresh(this.home, List.of(Part.named(name, new Topology(0).all())));
		control.restart(name);
	}

}
