package orderly.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import orderly.backing.DidNotStartException;
import orderly.backing.Kafka;
import orderly.backing.OwnSession;
import orderly.backing.Ports;
import orderly.backing.Postgres;
import orderly.backing.ProcessMark;
import orderly.backing.Running;

/**
 * A process that outlives the test JVM that starts it, and not the run: it holds the
 * shared servers as its children, and stops them when the run's owner has ended.
 */
final class Keeper {

	static final String POSTGRES = "postgres";

	private Keeper() {
	}

	/**
	 * Starts one and waits for its servers. Only one caller at a time: holds the folder's
	 * lock.
	 */
	static Coordinates start(ProcessMark owner, Path folder) throws IOException {
		TestFolders.delete(folder.resolve("coordinates"));
		Path log = folder.resolve("keeper.log");
		// Ctrl-C is for Maven; this one then stops the servers and deletes their data.
		ProcessBuilder builder = new ProcessBuilder(OwnSession.command(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", Keeper.class.getName(), folder.toString(), "" + owner.pid(), owner.born())));
		// Not an argument: a class path can be longer than a command line of Windows.
		builder.environment()
			.put("CLASSPATH", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
		return await(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), folder, log);
	}

	private static Coordinates await(Process keeper, Path folder, Path log) throws IOException {
		while (true) {
			Optional<Coordinates> written = Coordinates.read(folder);
			if (written.isPresent()) {
				return written.get();
			}
			if (!keeper.isAlive()) {
				throw new IllegalStateException(
						"The shared PostgreSQL and Kafka did not start:\n" + Files.readString(log));
			}
			pause();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while PostgreSQL and Kafka started", ex);
		}
	}

	public static void main(String[] arguments) throws IOException {
		Path folder = Path.of(arguments[0]);
		Optional<ProcessHandle> owner = new ProcessMark(Long.parseLong(arguments[1]), arguments[2]).find();
		if (owner.isPresent()) {
			TestFolders.sweep();
			keep(folder, owner.get());
		}
		TestFolders.delete(folder);
	}

	private static void keep(Path folder, ProcessHandle owner) throws IOException {
		CompletableFuture<Kafka> starting = CompletableFuture.supplyAsync(() -> start(
				() -> Kafka.start(folder.resolve("kafka"), folder.resolve("kafka.log"), Ports.free(), Ports.free())));
		try (Postgres postgres = start(
				() -> Postgres.start(folder.resolve(POSTGRES), folder.resolve("postgres.log"), Ports.free()));
				Kafka kafka = starting.join()) {
			new Coordinates(ProcessHandle.current().pid(), postgres.port(), kafka.bootstrapServers()).write(folder);
			CompletableFuture
				.anyOf(Stream.of(owner.onExit(), postgres.onExit(), kafka.onExit()).toArray(CompletableFuture[]::new))
				.join();
		}
	}

	/** Twice, because another run may take the free port first. */
	private static <S extends Running> S start(Supplier<S> server) {
		try {
			return server.get();
		}
		catch (DidNotStartException ex) {
			System.err.println(ex.getMessage());
			return server.get();
		}
	}

}
