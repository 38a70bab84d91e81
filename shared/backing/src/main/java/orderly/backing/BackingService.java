package orderly.backing;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * One of the real services that stand behind the system, on a port of the loopback.
 */
public abstract sealed class BackingService implements Running permits Kafka, Postgres, Zipkin {

	private final Running child;

	private final int port;

	BackingService(Running child, int port) {
		this.child = child;
		this.port = port;
	}

	/**
	 * The port on 127.0.0.1 that clients connect to.
	 * @return the port
	 */
	public int port() {
		return this.port;
	}

	@Override
	public String name() {
		return this.child.name();
	}

	@Override
	public long pid() {
		return this.child.pid();
	}

	@Override
	public boolean isAlive() {
		return this.child.isAlive();
	}

	@Override
	public Path log() {
		return this.child.log();
	}

	@Override
	public CompletableFuture<Running> onExit() {
		return this.child.onExit().thenApply((gone) -> this);
	}

	@Override
	public void stop() {
		this.child.stop();
	}

	@Override
	public void kill() {
		this.child.kill();
	}

}
