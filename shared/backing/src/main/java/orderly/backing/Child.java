package orderly.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A process of ours, and the pipe to its standard input that ties it to us.
 */
final class Child implements Running {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** A process that is garbage closes its pipe, and the watchdog would bite. */
	private static final Set<Process> TIED = ConcurrentHashMap.newKeySet();

	/**
	 * Linux sends the parent-death signal when the starting *thread* ends: this one lives
	 * as long as the JVM.
	 */
	private static final ExecutorService STARTER = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("child-starter").factory());

	private final String name;

	private final Process process;

	private final Path log;

	private Child(String name, Process process, Path log) {
		this.name = name;
		this.process = process;
		this.log = log;
	}

	static Child start(String name, ProcessBuilder builder, Path log) {
		Process process = CompletableFuture.supplyAsync(() -> spawn(builder, log), STARTER).join();
		TIED.add(process);
		process.onExit().thenAccept(TIED::remove);
		return new Child(name, process, log);
	}

	private static Process spawn(ProcessBuilder builder, Path log) {
		try {
			Files.createDirectories(log.toAbsolutePath().getParent());
			return builder.command(OwnSession.command(builder.command()))
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public long pid() {
		return this.process.pid();
	}

	@Override
	public boolean isAlive() {
		return this.process.isAlive();
	}

	@Override
	public Path log() {
		return this.log;
	}

	@Override
	public CompletableFuture<Running> onExit() {
		return this.process.onExit().thenApply((gone) -> this);
	}

	@Override
	public void stop() {
		try {
			this.process.getOutputStream().close();
		}
		catch (IOException ex) {
			// The pipe is broken: it has ended, or it will be killed below.
		}
		awaitEnd();
	}

	/**
	 * Waits for the end that it was asked for, and kills it where that takes too long.
	 */
	void awaitEnd() {
		if (!endsWithin(PATIENCE)) {
			kill();
		}
	}

	@Override
	public void kill() {
		this.process.destroyForcibly();
		endsWithin(PATIENCE);
	}

	private boolean endsWithin(Duration patience) {
		try {
			return this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
