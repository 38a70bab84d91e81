package orderly.test.deployment;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.opentest4j.TestAbortedException;

/** A program that somebody else wrote, where it is installed. */
public final class Tool {

	private Tool() {
	}

	/**
	 * Runs it. Where it is not on the PATH, the test that asks is skipped, and says so.
	 * @return what it wrote to its standard output
	 * @throws IllegalStateException where it failed, or took more than a minute
	 */
	public static String run(String name, String... arguments) {
		List<String> command = new ArrayList<>(List.of(find(name).orElseThrow(() -> skipped(name)).toString()));
		command.addAll(List.of(arguments));
		try {
			return outputOf(command);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Optional<Path> find(String name) {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.flatMap((folder) -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static TestAbortedException skipped(String name) {
		String reason = "Skipped: there is no %s on the PATH.".formatted(name);
		System.out.println(reason);
		return new TestAbortedException(reason);
	}

	private static String outputOf(List<String> command) throws IOException {
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		process.onExit().completeOnTimeout(process, 1, TimeUnit.MINUTES).thenAccept(Process::destroyForcibly);
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.onExit().join().exitValue() != 0) {
			throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
		}
		return output;
	}

}
