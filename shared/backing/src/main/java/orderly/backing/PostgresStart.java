package orderly.backing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One start of PostgreSQL, tried again while the remains of a killed one are in the way.
 */
final class PostgresStart {

	/**
	 * The children of a killed server notice its end within seconds; until then it cannot
	 * start.
	 */
	private static final Duration REMAINS = Duration.ofSeconds(15);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final PostgresBinaries binaries;

	private final PostgresUser user;

	private final PostgresData data;

	private final Path log;

	private final int port;

	PostgresStart(PostgresBinaries binaries, PostgresUser user, Path state, Path log, int port) {
		this.binaries = binaries;
		this.user = user;
		this.data = new PostgresData(state, binaries, user);
		this.log = log;
		this.port = port;
	}

	Postgres run() throws IOException, InterruptedException {
		this.data.prepare(this.port);
		long end = System.nanoTime() + REMAINS.toNanos();
		while (true) {
			long before = Files.exists(this.log) ? Files.size(this.log) : 0;
			try {
				return attempt();
			}
			catch (DidNotStartException ex) {
				if (System.nanoTime() > end || !remainsAreInTheWay(before)) {
					throw ex;
				}
				Thread.sleep(PAUSE);
			}
		}
	}

	private Postgres attempt() throws IOException {
		Child child = this.user.needsKeeper() ? kept() : direct();
		PostgresServer server = new PostgresServer(child, this.binaries, this.user, this.data);
		Databases databases = this.data.databases(this.port);
		Readiness.await(server, databases::takeConnections);
		return new Postgres(server, this.port, databases);
	}

	private Child direct() {
		return Child.start("postgres",
				new ProcessBuilder(
						this.user.command(this.binaries.program("postgres"), "-D", this.data.folder().toString())),
				this.log);
	}

	private Child kept() {
		return Jvm.named("postgres")
			.flags("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
			.classPath(Artefacts.code().toString())
			.main(PostgresKeeper.class.getName())
			.arguments(this.binaries.program("pg_ctl"), this.data.folder().toString(), this.log.toString())
			.launch(this.log);
	}

	private boolean remainsAreInTheWay(long before) throws IOException {
		byte[] all = Files.readAllBytes(this.log);
		String said = new String(all, (int) before, all.length - (int) before, StandardCharsets.UTF_8);
		return said.contains("postmaster.pid") || said.contains("pre-existing shared memory block");
	}

}
