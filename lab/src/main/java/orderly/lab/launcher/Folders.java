package orderly.lab.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import orderly.lab.LabException;

/** Makes folders, and deletes them with all that is in them. */
final class Folders {

	private Folders() {
	}

	static void make(Path folder) {
		try {
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new LabException("Cannot make the folder %s: %s".formatted(folder, ex.getMessage()), ex);
		}
	}

	static void delete(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		catch (NoSuchFileException ex) {
			// Nothing to delete.
		}
		catch (IOException ex) {
			throw new LabException("Cannot delete %s: %s".formatted(folder, ex.getMessage()), ex);
		}
	}

}
