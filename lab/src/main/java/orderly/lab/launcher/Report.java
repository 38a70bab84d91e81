package orderly.lab.launcher;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
 */
record Report(String phase, @Nullable String gateway, @Nullable String zipkin, @Nullable Instant since,
		List<Row> processes) {

	static final Report NOTHING = new Report("DOWN", null, null, null, List.of());

	static Report of(RunState state) {
		List<Part> parts = new Topology(state.portOffset()).all();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<CompletableFuture<Row>> rows = state.processes()
				.stream()
				.map((child) -> CompletableFuture.supplyAsync(() -> Row.of(child, Part.named(child.name(), parts)),
						threads))
				.toList();
			return new Report(state.phase().name(), state.gateway(), state.zipkin(), state.since(),
					rows.stream().map(CompletableFuture::join).toList());
		}
	}

	boolean isWell() {
		return this.processes.stream().allMatch(Row::ready);
	}

	/**
	 * One process.
	 *
	 * @param name its name
	 * @param state what the supervisor last did with it or saw of it
	 * @param ready whether it says itself that it can serve
	 * @param pid its number, while it is up
	 * @param port where it serves
	 * @param rssBytes its resident memory, with its own children
	 * @param pssBytes the same with shared pages counted once, where the system tells
	 * @param deadLetters messages that its consumer group gave up
	 * @param outboxRows messages committed and not yet sent
	 * @param outboxDeadLetters messages that the broker refused for good
	 */
	record Row(String name, ChildState state, boolean ready, @Nullable Long pid, int port, @Nullable Long rssBytes,
			@Nullable Long pssBytes, @Nullable Long deadLetters, @Nullable Long outboxRows,
			@Nullable Long outboxDeadLetters) {

		static Row of(Child child, Part part) {
			ProcessHandle process = (child.mark() != null) ? child.mark().find().orElse(null) : null;
			boolean up = child.state() == ChildState.EXTERNAL || child.state() == ChildState.READY && process != null;
			boolean ready = up && isReady(part);
			Metrics metrics = (ready && part.isOurs()) ? Metrics.of(part) : Metrics.NONE;
			return new Row(child.name(), child.state(), ready, (process != null) ? process.pid() : null, child.port(),
					Memory.resident(process), Memory.proportional(process), metrics.value("orderly_dead_letters"),
					metrics.value("orderly_outbox_rows"), metrics.value("orderly_outbox_dead_letters"));
		}

		private static boolean isReady(Part part) {
			return part.ready().isEmpty() || Http.status(part.url() + part.ready()) == 200;
		}

	}

}
