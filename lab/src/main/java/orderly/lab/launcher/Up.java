package orderly.lab.launcher;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import orderly.lab.Exit;
import orderly.lab.LabException;
import orderly.lab.launcher.RunState.Phase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything, and proves by an order that it works. */
@Command(name = "up", mixinStandardHelpOptions = true,
		description = "Build what is stale, start everything and place a first order. Ctrl-C ends it.",
		footer = { "", "Example: ./orderly up --detach" })
class Up implements Callable<Integer> {

	private final Home home;

	@Option(names = { "-d", "--detach" }, description = "Leave it running in the background; ./orderly down ends it.")
	private boolean detach;

	@Option(names = "--fresh", description = "Delete all orders, stock and payments of earlier runs first.")
	private boolean fresh;

	@Mixin
	private final PortOffset portOffset = new PortOffset();

	@Mixin
	private final Wishes wishes = new Wishes();

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	Up(Home home) {
		this.home = home;
	}

	@Override
	public Integer call() {
		Topology topology = new Topology(this.portOffset.value());
		this.wishes.check(topology.parts());
		new Preparation(this.home, topology, this.wishes.ours(topology.parts())).run(this.fresh);
		Background supervisor = Background.start(this.home, this.portOffset.value(), this.wishes, !this.detach);
		Thread interrupted = Thread.ofPlatform().unstarted(() -> end(supervisor));
		if (!this.detach) {
			Runtime.getRuntime().addShutdownHook(interrupted);
		}
		handover().print(out());
		return follow(supervisor);
	}

	private int follow(Background supervisor) {
		boolean served = false;
		while (supervisor.process().isAlive()) {
			supervisor.print(out()::println);
			if (!served && isReady()) {
				served = true;
				boolean proved = prove();
				if (this.detach) {
					return proved ? Exit.OK : Exit.FAILED;
				}
			}
			Readiness.pause();
		}
		supervisor.print(out()::println);
		if (!served) {
			out().println("The system did not come up.");
		}
		return supervisor.process().exitValue();
	}

	private Handover handover() {
		return new Handover(new Topology(this.portOffset.value()).parts()
			.stream()
			.filter((part) -> this.wishes.except().contains(part.name()))
			.toList());
	}

	private boolean isReady() {
		return RunState.find(this.home).filter((state) -> state.phase() == Phase.READY).isPresent();
	}

	private boolean prove() {
		List<String> awaited = handover().awaited();
		if (!awaited.isEmpty()) {
			out().println(
					"The system serves without %s, and so no first order was placed. See it join with: ./orderly status"
						.formatted(String.join(", ", awaited)));
			return true;
		}
		try {
			RunState state = RunState.require(this.home);
			Welcome welcome = new Welcome(state, out());
			FirstOrder.place(state.gateway())
				.ifPresentOrElse((order) -> welcome.print(order, this.detach), welcome::printNothingInStock);
			return true;
		}
		catch (LabException ex) {
			out().println(ex.getMessage());
			out().println("The system runs; ./orderly status and ./orderly logs say more, ./orderly down ends it.");
			return false;
		}
	}

	private void end(Background supervisor) {
		supervisor.end();
		supervisor.print(out()::println);
	}

	private PrintWriter out() {
		return this.spec.commandLine().getOut();
	}

}
