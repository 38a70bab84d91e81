package orderly.test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The process whose end is the end of the run: the nearest Maven, or this JVM where there
 * is none, as in an IDE.
 *
 * @param pid its process id
 * @param startedMillis when it started, as a process id alone may be given again
 */
record RunOwner(long pid, long startedMillis) {

	/** Surefire and Failsafe set it in the JVM that they fork for the tests. */
	private static final String FORKED = "surefire.real.class.path";

	static RunOwner find() {
		ProcessHandle me = ProcessHandle.current();
		ProcessHandle owner = Stream
			.iterate(me.parent(), Optional::isPresent, (up) -> up.flatMap(ProcessHandle::parent))
			.flatMap(Optional::stream)
			.filter((up) -> System.getProperty(FORKED) != null && isJava(up))
			.findFirst()
			.orElse(me);
		return new RunOwner(owner.pid(), startOf(owner));
	}

	/** The process, unless it has ended. */
	Optional<ProcessHandle> process() {
		return ProcessHandle.of(this.pid)
			.filter((process) -> process.isAlive() && startOf(process) == this.startedMillis);
	}

	private static long startOf(ProcessHandle process) {
		return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
	}

	private static boolean isJava(ProcessHandle process) {
		return process.info()
			.command()
			.map((command) -> Path.of(command).getFileName().toString())
			.filter((name) -> name.equals("java") || name.equals("java.exe"))
			.isPresent();
	}

}
