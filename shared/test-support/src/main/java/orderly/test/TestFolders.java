package orderly.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders that hold the servers' data. */
final class TestFolders {

	private TestFolders() {
	}

	static Path temporary() {
		return Path.of(System.getProperty("java.io.tmpdir"));
	}

	/**
	 * Deletes a file, or a folder with all that is in it; one that is not there is fine.
	 */
	static void delete(Path what) throws IOException {
		List<Path> all;
		try (Stream<Path> files = Files.walk(what)) {
			all = files.sorted(Comparator.reverseOrder()).toList();
		}
		catch (NoSuchFileException ex) {
			return;
		}
		for (Path file : all) {
			Files.deleteIfExists(file);
		}
	}

	/** Deletes what keepers left that were killed: a day old, so surely nobody's. */
	static void sweep() throws IOException {
		Instant yesterday = Instant.now().minus(Duration.ofDays(1));
		try (Stream<Path> folders = Files.list(temporary())) {
			for (Path folder : folders.filter((it) -> it.getFileName().toString().startsWith("orderly-test-"))
				.toList()) {
				if (Files.getLastModifiedTime(folder).toInstant().isBefore(yesterday)) {
					delete(folder);
				}
			}
		}
	}

}
