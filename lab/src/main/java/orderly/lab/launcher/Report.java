package orderly.lab.launcher;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

import orderly.lab.launcher.Part.Kind;
import orderly.lab.launcher.RunState.Child;
import orderly.lab.launcher.RunState.ChildState;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code status}: what the supervisor knows, and what the processes say
 * themselves.
 *
 * @param phase how far the system is; {@code DOWN} when nothing runs
 * @param gateway the gateway's base URL
 * @param zipkin Zipkin's base URL
 * @param since when the start began
 * @param processes the processes, in the order of their start
 * @param messages what waits at the services that say and hear
 * @param policiesOff where which policy is switched off, by policy
 * @param faults what goes wrong on request
 * @param versions how many instances of order-service offer each version of its API;
 * empty when nobody can tell
 */
record Report(String phase, @Nullable String gateway, @Nullable String zipkin, @Nullable Instant since,
		List<Row> processes, List<Backlog> messages, SortedMap<String, List<String>> policiesOff,
		List<FaultTable.Row> faults, SortedMap<String, Integer> versions) {

	static final Report NOTHING = new Report("DOWN", null, null, null, List.of(), List.of(), new TreeMap<>(), List.of(),
			new TreeMap<>());

	static Report of(RunState state) {
		List<Part> parts = new Topology(state.portOffset()).all();
		Function<Child, Part> part = (child) -> Part.named(child.name(), parts);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var policies = CompletableFuture.supplyAsync(() -> PolicyTable.of(state), threads);
			var faults = CompletableFuture.supplyAsync(() -> FaultTable.of(state), threads);
			var offered = CompletableFuture.supplyAsync(() -> Offered.of(state), threads);
			var messages = services(state, part)
				.map((name) -> CompletableFuture.supplyAsync(() -> backlog(name, state), threads))
				.toList();
			var rows = state.processes()
				.stream()
				.map((child) -> CompletableFuture.supplyAsync(() -> Row.of(child, part.apply(child)), threads))
				.toList();
			return new Report(state.phase().name(), state.gateway(), state.zipkin(), state.since(), joined(rows),
					joined(messages), policies.join().off(), faults.join().faults(), offered.join().instances());
		}
	}

	boolean isWell() {
		return this.processes.stream().allMatch(Row::ready);
	}

	private static Stream<String> services(RunState state, Function<Child, Part> part) {
		return state.processes()
			.stream()
			.map(part)
			.filter((each) -> each.kind() == Kind.SERVICE)
			.map(Part::module)
			.distinct();
	}

	private static Backlog backlog(String service, RunState state) {
		List<Metrics> told = state.processes()
			.stream()
			.filter(Child::answers)
			.filter((child) -> ProcessName.means(service, child.name()))
			.map((child) -> Metrics.of(state.url(child.name())))
			.toList();
		return told.isEmpty() ? Backlog.ofSilent(service, state) : Backlog.of(service, told);
	}

	private static <T> List<T> joined(List<CompletableFuture<T>> all) {
		return all.stream().map(CompletableFuture::join).toList();
	}

	/**
	 * One process.
	 *
	 * @param name its name
	 * @param state what was done with it, or became of it
	 * @param ready whether it says itself that it can serve
	 * @param pid its number, while it is up
	 * @param port where it serves
	 * @param rssBytes its resident memory, with its own children
	 * @param pssBytes the same with shared pages counted once, where the system tells
	 */
	record Row(String name, ChildState state, boolean ready, @Nullable Long pid, int port, @Nullable Long rssBytes,
			@Nullable Long pssBytes) {

		static Row of(Child child, Part part) {
			ProcessHandle process = (child.mark() != null) ? child.mark().find().orElse(null) : null;
			boolean ready = child.answers() && isReady(part);
			return new Row(child.name(), child.now(), ready, (process != null) ? process.pid() : null, child.port(),
					Memory.resident(process), Memory.proportional(process));
		}

		private static boolean isReady(Part part) {
			return part.ready().isEmpty() || Http.status(part.url() + part.ready()) == 200;
		}

	}

}
