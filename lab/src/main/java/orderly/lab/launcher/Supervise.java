package orderly.lab.launcher;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import orderly.lab.Exit;
import orderly.lab.LabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The process in the background that owns all others; {@code up} starts it and follows
 * what it prints.
 */
@Command(name = "supervise", hidden = true, description = "Own the processes of the system (started by up).")
class Supervise implements Callable<Integer> {

	private final Home home;

	private final CountDownLatch down = new CountDownLatch(1);

	@Mixin
	private final PortOffset portOffset = new PortOffset();

	@Mixin
	private final Wishes wishes = new Wishes();

	private volatile boolean served;

	@Option(names = "--attached", description = "End when the standard input ends.")
	private boolean attached;

	Supervise(Home home) {
		this.home = home;
	}

	@Override
	public Integer call() throws InterruptedException {
		OrderlySystem system = OrderlySystem.prepare(this.home, this.portOffset.value(), this.wishes,
				System.out::println, this.down::countDown);
		Thread hook = Thread.ofPlatform().unstarted(system::close);
		Runtime.getRuntime().addShutdownHook(hook); // SIGTERM, the end of the session
		if (this.attached) {
			Thread.ofPlatform().daemon().start(this::awaitEndOfInput);
		}
		Thread.ofVirtual().start(() -> up(system));
		this.down.await();
		System.out.println("Stopping ...");
		return this.served ? Exit.OK : Exit.FAILED; // the hook closes the system
	}

	private void up(OrderlySystem system) {
		try {
			this.served = system.up();
		}
		catch (LabException ex) {
			System.out.println(ex.getMessage());
			this.down.countDown();
		}
	}

	private void awaitEndOfInput() {
		try {
			System.in.transferTo(java.io.OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			// A broken pipe says the same.
		}
		this.down.countDown();
	}

}
