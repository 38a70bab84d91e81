package orderly.lab.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import orderly.lab.LabException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes {@code run.json}: whole or not at all, and readable by its owner
 * alone, because it holds the token.
 */
final class RunFile {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private RunFile() {
	}

	static Optional<RunState> read(Home home) {
		try {
			return Optional.of(JSON.readValue(Files.readString(home.runFile()), RunState.class));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException | JacksonException ex) {
			throw new LabException("Cannot read %s; if nothing runs, delete it.".formatted(home.runFile()), ex);
		}
	}

	static void write(Home home, RunState state) {
		try {
			Files.createDirectories(home.state());
			Path next = Files.createTempFile(home.state(), "run", ".tmp", ownerOnly(home.state()));
			try {
				Files.writeString(next, JSON.writeValueAsString(state));
				Files.move(next, home.runFile(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
			}
			finally {
				Files.deleteIfExists(next); // a full disk is no place for what failed
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void delete(Home home) {
		try {
			Files.deleteIfExists(home.runFile());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static FileAttribute<?>[] ownerOnly(Path folder) {
		boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

}
