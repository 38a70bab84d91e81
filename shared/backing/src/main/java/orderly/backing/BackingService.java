package orderly.backing;

/**
 * One of the real services that stand behind the system, on a port of the loopback.
 */
public abstract sealed class BackingService extends ForwardedRunning permits Kafka, Postgres, Zipkin {

	private final int port;

	BackingService(Running child, int port) {
		super(child);
		this.port = port;
	}

	/**
	 * The port on 127.0.0.1 that clients connect to.
	 * @return the port
	 */
	public int port() {
		return this.port;
	}

}
