package orderly.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A launcher that a test can kill: it starts everything, writes down the pids, and waits.
 */
final class Launcher {

	private Launcher() {
	}

	public static void main(String[] arguments) throws Exception {
		Path folder = Path.of(arguments[0]);
		// In threads that end at once: the children must not end with them.
		Running postgres = onAThread(() -> postgres(folder, PostgresUser.valueOf(arguments[1])));
		Running kafka = onAThread(
				() -> Kafka.start(folder.resolve("kafka"), folder.resolve("kafka.log"), Ports.free(), Ports.free()));
		Running zipkin = onAThread(() -> Zipkin.start(folder.resolve("zipkin.log"), Ports.free()));
		String pids = Stream
			.concat(Stream.of(postgres.pid(), kafka.pid(), zipkin.pid()),
					ProcessHandle.current().descendants().map(ProcessHandle::pid))
			.distinct()
			.map(String::valueOf)
			.collect(Collectors.joining("\n"));
		Path unfinished = Files.writeString(folder.resolve("pids.new"), pids);
		Files.move(unfinished, folder.resolve("pids"));
		Thread.currentThread().join();
	}

	private static Running postgres(Path folder, PostgresUser user) throws Exception {
		PostgresBinaries binaries = PostgresBinaries.unpacked(Artefacts.find().postgres());
		return new PostgresStart(binaries, user, folder.resolve("postgres"), folder.resolve("postgres.log"),
				Ports.free())
			.run();
	}

	private static Running onAThread(java.util.concurrent.Callable<Running> start) throws Exception {
		var task = new java.util.concurrent.FutureTask<>(start);
		Thread.ofPlatform().start(task);
		return task.get();
	}

}
