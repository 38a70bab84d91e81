package orderly.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Stands in for a test JVM: writes down where the shared servers are, and ends. */
final class FakeTest {

	private FakeTest() {
	}

	public static void main(String[] answer) throws Exception {
		String found = Backing.freshDatabase("orders").url().replaceFirst("/[^/]*$", "") + " " + Backing.kafka();
		Path unfinished = Files.writeString(Path.of(answer[0] + ".new"), found);
		Files.move(unfinished, Path.of(answer[0]), StandardCopyOption.ATOMIC_MOVE);
	}

}
