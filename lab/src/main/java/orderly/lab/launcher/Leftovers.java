package orderly.lab.launcher;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import orderly.backing.ProcessMark;

/**
 * What a supervisor that was killed may have left: its children end by themselves, but
 * seconds later, or never when frozen.
 */
final class Leftovers {

	static final String SENTENCE = "The supervisor is gone, and some of its processes are still ending. ./orderly down ends them.";

	private static final long PATIENCE_SECONDS = 25;

	private Leftovers() {
	}

	static boolean exist(Home home) {
		return RunFile.read(home)
			.stream()
			.flatMap((state) -> state.processes().stream())
			.anyMatch(RunState.Child::isAlive);
	}

	/**
	 * Ends the processes that the run state names, and no others: a number that was given
	 * to a new process is not touched.
	 */
	static List<String> end(Home home) {
		List<RunState.Child> left = RunFile.read(home).map(RunState::processes).orElse(List.of());
		List<String> ended = left.reversed().stream().filter(Leftovers::end).map(RunState.Child::name).toList();
		RunFile.delete(home);
		return ended;
	}

	private static boolean end(RunState.Child child) {
		ProcessMark mark = child.mark();
		Optional<ProcessHandle> process = (mark != null) ? mark.find() : Optional.empty();
		process.ifPresent(Leftovers::end);
		return process.isPresent();
	}

	private static void end(ProcessHandle process) {
		process.destroy();
		CompletableFuture<ProcessHandle> gone = process.onExit();
		gone.copy().completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
		if (process.isAlive()) {
			process.destroyForcibly();
			gone.join();
		}
	}

}
