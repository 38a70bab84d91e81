package orderly.backing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL, unpacked once beside the jar that brings them.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

	private static final int EXECUTABLE = 0100;

	/** Safe where several processes unpack at once: the first whole one is kept. */
	static PostgresBinaries unpacked(Path jar) {
		try (JarFile binaries = new JarFile(jar.toFile())) {
			JarEntry archive = archive(binaries);
			// Named by its checksum, so that another version gets another folder.
			Path home = jar.resolveSibling("postgres-%08x".formatted(archive.getCrc()));
			if (!Files.exists(home)) {
				unpack(binaries, archive, home);
			}
			return new PostgresBinaries(home);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot unpack " + jar, ex);
		}
	}

	String program(String name) {
		return this.home.resolve("bin").resolve(name).toString();
	}

	String version(PostgresUser user) {
		try {
			Process asked = new ProcessBuilder(user.command(program("postgres"), "--version")).redirectErrorStream(true)
				.start();
			String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			if (asked.waitFor() != 0) {
				throw new IllegalStateException("PostgreSQL cannot run here: " + said);
			}
			return said;
		}
		catch (IOException ex) {
			throw new IllegalStateException("PostgreSQL cannot run here: " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while PostgreSQL was tried", ex);
		}
	}

	private static JarEntry archive(JarFile jar) {
		return jar.stream()
			.filter((entry) -> entry.getName().endsWith(".txz"))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(jar.getName() + " has no PostgreSQL in it"));
	}

	private static void unpack(JarFile jar, JarEntry archive, Path home) throws IOException {
		Path mine = Files.createTempDirectory(home.getParent(), "unpacking-");
		try (InputStream raw = new BufferedInputStream(jar.getInputStream(archive));
				TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				write(entry, tar, mine);
			}
		}
		openToOthers(mine);
		moveUnlessThere(mine, home);
	}

	private static void write(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
		Path file = root.resolve(entry.getName()).normalize();
		if (!file.startsWith(root)) {
			throw new IOException("Not inside the archive: " + entry.getName());
		}
		if (entry.isDirectory()) {
			Files.createDirectories(file);
			return;
		}
		Files.createDirectories(file.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
		if ((entry.getMode() & EXECUTABLE) != 0) {
			openToOthers(file);
		}
	}

	/** The server may run as another user than the one who unpacked it. */
	private static void openToOthers(Path file) throws IOException {
		if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
		}
	}

	private static void moveUnlessThere(Path mine, Path home) throws IOException {
		try {
			Files.move(mine, home, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (FileAlreadyExistsException | DirectoryNotEmptyException ex) {
			Folders.delete(mine);
		}
	}

}
