package orderly.test;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Stands in for a Maven: forks two test JVMs at once, as Surefire does, and waits. */
final class FakeMaven {

	private FakeMaven() {
	}

	public static void main(String[] folder) throws Exception {
		List<ProcessBuilder> forks = Stream.of("first", "second")
			.map((name) -> fork(Path.of(folder[0], name)))
			.toList();
		for (ProcessBuilder fork : forks) {
			fork.start();
		}
		Thread.currentThread().join();
	}

	private static ProcessBuilder fork(Path answer) {
		return new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Dsurefire.real.class.path=forked",
				"-cp", System.getProperty("java.class.path"), FakeTest.class.getName(), answer.toString())
			.redirectErrorStream(true)
			.redirectOutput(new File(answer + ".log"));
	}

}
