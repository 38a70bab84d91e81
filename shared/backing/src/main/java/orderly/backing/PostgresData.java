package orderly.backing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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
			new PostgresCreation(this.state, this.binaries, this.user).create(folder());
		}
		Files.writeString(folder().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
		Files.writeString(folder().resolve("postgresql.conf"), settings() + "port = " + port + "\n");
		forgetStrangers();
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
