package orderly.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files beside this class, whether it lies in a folder or in a jar.
 */
final class ContractFiles {

	private ContractFiles() {
	}

	static String read(String path) {
		return in(path, Files::readString);
	}

	static List<String> list(String path) {
		return in(path, (folder) -> {
			try (Stream<Path> files = Files.list(folder)) {
				return files.map((file) -> file.getFileName().toString().replace("/", "")).sorted().toList();
			}
		});
	}

	private static <T> T in(String path, Reading<T> reading) {
		try {
			Path home = Path.of(ContractFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
			if (Files.isDirectory(home)) {
				return reading.from(home.resolve("contracts", path));
			}
			try (FileSystem jar = FileSystems.newFileSystem(home)) {
				return reading.from(jar.getPath("/contracts", path));
			}
		}
		catch (NoSuchFileException ex) {
			throw new IllegalArgumentException("No contract: " + path, ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private interface Reading<T> {

		T from(Path path) throws IOException;

	}

}
