package orderly.backing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A real Kafka broker of one node. Its topics survive it; they are made by their owners,
 * never by a first use.
 */
public final class Kafka extends BackingService {

	private Kafka(Running child, int port) {
		super(child, port);
	}

	/**
	 * Starts it, formats its storage the first time, and returns when clients are served.
	 * @param state the folder that keeps its data; made where absent
	 * @param log the file that its output is appended to
	 * @param port what clients connect to
	 * @param controllerPort what it uses itself
	 * @return the running broker
	 * @throws DidNotStartException where it does not become ready
	 */
	public static Kafka start(Path state, Path log, int port, int controllerPort) {
		Path ready = state.resolve("ready").toAbsolutePath();
		Child child = broker(prepare(state.toAbsolutePath(), ready, port, controllerPort), ready).launch(log);
		Readiness.await(child, () -> Files.exists(ready));
		return new Kafka(child, port);
	}

	/**
	 * The broker's address, for {@code bootstrap.servers}.
	 * @return host and port
	 */
	public String bootstrapServers() {
		return address(port());
	}

	private static Jvm broker(Path settings, Path ready) {
		return Jvm.named("kafka")
			.flags("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError")
			.flags("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED")
			.flags("-Dlog4j2.configurationFile=classpath:orderly/backing/kafka-log4j2.xml")
			.classPath(Artefacts.find().broker() + File.pathSeparator + Artefacts.code())
			.main(KafkaNode.class.getName())
			.arguments(settings.toString(), ready.toString());
	}

	private static Path prepare(Path state, Path ready, int port, int controllerPort) {
		try {
			Files.createDirectories(state);
			Files.deleteIfExists(ready);
			return write(settings(state, port, controllerPort), state.resolve("server.properties"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Properties settings(Path state, int port, int controllerPort) throws IOException {
		Properties settings = new Properties();
		try (InputStream in = Kafka.class.getResourceAsStream("kafka.properties")) {
			settings.load(in);
		}
		settings.setProperty("log.dirs", state.resolve("data").toString());
		settings.setProperty("controller.quorum.bootstrap.servers", address(controllerPort));
		settings.setProperty("listeners",
				"CLIENTS://%s,CONTROLLER://%s".formatted(address(port), address(controllerPort)));
		settings.setProperty("advertised.listeners", "CLIENTS://" + address(port));
		return settings;
	}

	private static Path write(Properties settings, Path file) throws IOException {
		try (OutputStream out = Files.newOutputStream(file)) {
			settings.store(out, "Written at each start.");
		}
		return file;
	}

	private static String address(int port) {
		return "127.0.0.1:" + port;
	}

}
