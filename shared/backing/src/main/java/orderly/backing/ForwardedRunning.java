package orderly.backing;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * A process that is another one with something added.
 */
abstract class ForwardedRunning implements Running {

	private final Running child;

	ForwardedRunning(Running child) {
		this.child = child;
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
