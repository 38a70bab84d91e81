package orderly.test;

import orderly.backing.Kafka;
import orderly.backing.Ports;

/**
 * A real Kafka of one test's own, which may stop, kill and start it: the shared one must
 * not be disturbed. It keeps its ports and its topics until it is closed.
 */
public final class OwnKafka extends OwnServer<Kafka> {

	private OwnKafka(int port, int controllerPort) {
		super("kafka", (state, log) -> Kafka.start(state, log, port, controllerPort));
	}

	/**
	 * Starts one.
	 * @return the running broker
	 */
	public static OwnKafka started() {
		return new OwnKafka(Ports.free(), Ports.free());
	}

	/**
	 * The broker's address, also after a restart.
	 * @return host and port, for {@code bootstrap.servers}
	 */
	public String bootstrapServers() {
		return server().bootstrapServers();
	}

}
