package orderly.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import orderly.backing.Kafka;
import orderly.backing.Ports;

/**
 * A real Kafka of one test's own, which may stop, kill and start it: the shared one must
 * not be disturbed. It keeps its ports and its topics until it is closed.
 */
public final class OwnKafka implements AutoCloseable {

	private final Path folder;

	private final int port = Ports.free();

	private final int controllerPort = Ports.free();

	private Kafka broker;

	private OwnKafka(Path folder) {
		this.folder = folder;
		this.broker = launch();
	}

	/**
	 * Starts one.
	 * @return the running broker
	 */
	public static OwnKafka started() {
		try {
			return new OwnKafka(Files.createTempDirectory("orderly-test-kafka-"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The broker's address, also after a restart.
	 * @return host and port, for {@code bootstrap.servers}
	 */
	public String bootstrapServers() {
		return this.broker.bootstrapServers();
	}

	/** Starts it again, and returns when it serves clients. */
	public void start() {
		this.broker = launch();
	}

	/** Stops it, as its operator would. */
	public void stop() {
		this.broker.stop();
	}

	/** Kills it, as a crash of the machine would. */
	public void kill() {
		this.broker.kill();
	}

	/** Stops it and starts it again. */
	public void restart() {
		stop();
		start();
	}

	@Override
	public void close() {
		stop();
		try {
			TestFolders.delete(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Kafka launch() {
		return Kafka.start(this.folder.resolve("kafka"), this.folder.resolve("kafka.log"), this.port,
				this.controllerPort);
	}

}
