package orderly.backing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes a data folder and its superuser. It works in a folder of its own and renames it,
 * so that a data folder that is there is whole, also when this was killed.
 */
final class PostgresCreation {

	private final Path state;

	private final PostgresBinaries binaries;

	private final PostgresUser user;

	PostgresCreation(Path state, PostgresBinaries binaries, PostgresUser user) {
		this.state = state;
		this.binaries = binaries;
		this.user = user;
	}

	void create(Path folder) throws IOException, InterruptedException {
		Path unfinished = this.state.resolve("unfinished");
		Folders.delete(unfinished);
		Files.createDirectory(unfinished);
		Path data = Files.createDirectory(unfinished.resolve("data"));
		Path password = Files.copy(newPassword(), unfinished.resolve("password"));
		for (Path file : List.of(unfinished, data, password)) {
			this.user.own(file);
		}
		initdb(data, password);
		Files.move(data, folder);
		Folders.delete(unfinished);
	}

	private void initdb(Path data, Path password) throws IOException, InterruptedException {
		Process initdb = new ProcessBuilder(this.user.command(this.binaries.program("initdb"), "-D", data.toString(),
				"-U", "postgres", "--pwfile=" + password, "--auth-local=reject", "--auth-host=scram-sha-256", "-E",
				"UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions"))
			.redirectErrorStream(true)
			.start();
		String said = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (initdb.waitFor() != 0) {
			throw new IllegalStateException("PostgreSQL could not make its data folder " + data + ":\n" + said);
		}
	}

	/** Only the owner reads it, from its first byte on; a copy keeps that. */
	private Path newPassword() throws IOException {
		Path file = this.state.resolve(Databases.PASSWORD_FILE);
		Files.deleteIfExists(file);
		Files.createFile(file);
		if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		}
		byte[] random = new byte[16];
		new SecureRandom().nextBytes(random);
		return Files.writeString(file, HexFormat.of().formatHex(random));
	}

}
