package orderly.test;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import orderly.backing.ProcessMark;

/**
 * The process whose end is the end of the run: the nearest Maven, or this JVM where there
 * is none, as in an IDE.
 */
final class RunOwner {

	/** Surefire and Failsafe set it in the JVM that they fork for the tests. */
	private static final String FORKED = "surefire.real.class.path";

	private RunOwner() {
	}

	static ProcessMark find() {
		ProcessHandle me = ProcessHandle.current();
		return ProcessMark
			.of(Stream.iterate(me.parent(), Optional::isPresent, (up) -> up.flatMap(ProcessHandle::parent))
				.flatMap(Optional::stream)
				.filter((up) -> System.getProperty(FORKED) != null && isJava(up))
				.findFirst()
				.orElse(me));
	}

	private static boolean isJava(ProcessHandle process) {
		return process.info()
			.command()
			.map((command) -> Path.of(command).getFileName().toString())
			.filter((name) -> name.equals("java") || name.equals("java.exe"))
			.isPresent();
	}

}
