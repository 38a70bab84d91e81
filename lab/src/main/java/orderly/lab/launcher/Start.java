package orderly.lab.launcher;

import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a process, also a further one of a service. */
@Command(name = "start",
		description = { "Start a process that is down, or a further one of its service.",
				"With --serve one that runs is replaced. notifications comes and goes: up does not start it." },
		footer = { "", "Examples: ./orderly start inventory-service",
				"          ./orderly start order-service#2 --serve 2", "          ./orderly start notifications" })
class Start extends Act {

	private final Home home;

	@Option(names = "--serve", paramLabel = "VERSIONS",
			description = "The versions of its API that order-service offers: 1, 2 or 1,2.")
	private @Nullable String serve;

	Start(Home home) {
		super(home, "serves");
		this.home = home;
	}

	@Override
	void act(Control control, String name) {
		if (this.serve != null) {
			Serve.check(name, this.serve); // before anything is built
		}
		Builds.refresh(this.home, List.of(Part.named(name, new Topology(0).all())));
		if (this.serve == null) {
			control.start(name);
		}
		else {
			control.serve(name, this.serve);
		}
	}

}
