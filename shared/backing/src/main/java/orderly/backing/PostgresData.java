package orderly.backing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The folder of a PostgreSQL: {@code data}, and the superuser's password in a file beside
 * it that only its owner reads.
 */
final class PostgresData {

	private final Path state;

	private final PostgresBinaries binaries;

	private final PostgresUser user;

	PostgresData(Path state, PostgresBinaries binaries, PostgresUser user) {
		this.state = state.toAbsolutePath();
		this.binaries = binaries;
		this.user = user;
	}

	Path folder() {
		return this.state.resolve("data");
	}

	Databases databases(int port) {
		return Databases.of(this.state, port);
	}

	/** Makes the cluster the first time, and writes its settings each time. */
	void prepare(int port) throws IOException, InterruptedException {
		Files.createDirectories(this.state);
		if (!Files.exists(folder())) {
			create();
		}
		Files.writeString(folder().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
		Files.writeString(folder().resolve("postgresql.conf"), settings() + "port = " + port + "\n");
		forgetStrangers();
	}

	/**
	 * Works in a folder of its own and renames it, so that a cluster that is there is
	 * whole.
	 */
	private void create() throws IOException, InterruptedException {
		Path unfinished = Files.createTempDirectory(this.state, "initdb-");
		Path password = Files.writeString(makePasswordFile(), newPassword());
		Path handed = Files.copy(password, unfinished.resolve("password"));
		Path data = Files.createDirectory(unfinished.resolve("data"));
		for (Path file : List.of(unfinished, handed, data)) {
			this.user.own(file);
		}
		initdb(data, handed);
		Files.move(data, folder());
		Files.delete(handed);
		Files.delete(unfinished);
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

	private Path passwordFile() {
		return this.state.resolve(Databases.PASSWORD_FILE);
	}

	private Path makePasswordFile() throws IOException {
		Files.deleteIfExists(passwordFile());
		if (Files.getFileStore(this.state).supportsFileAttributeView("posix")) {
			return Files.createFile(passwordFile(),
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		return Files.createFile(passwordFile());
	}

	private static String newPassword() {
		byte[] random = new byte[16];
		new SecureRandom().nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

	private static String settings() throws IOException {
		try (InputStream in = PostgresData.class.getResourceAsStream("postgresql.conf")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/**
	 * After a crash and a reboot the number in {@code postmaster.pid} may belong to
	 * another program, and PostgreSQL would wait for it for ever.
	 */
	private void forgetStrangers() throws IOException {
		Path file = folder().resolve("postmaster.pid");
		if (Files.exists(file) && isSurelyAnotherProgram(pidIn(file))) {
			Files.delete(file);
		}
	}

	long pid() throws IOException {
		return pidIn(folder().resolve("postmaster.pid"));
	}

	private static long pidIn(Path file) throws IOException {
		return Long.parseLong(Files.readAllLines(file).getFirst().strip());
	}

	private static boolean isSurelyAnotherProgram(long pid) {
		return ProcessHandle.of(pid)
			.flatMap((process) -> process.info().command())
			.map((command) -> !Path.of(command).getFileName().toString().startsWith("postgres"))
			.orElse(false);
	}

}
