package orderly.backing;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The agent in every child JVM. Its standard input is a pipe that only the launcher
 * holds; the system closes the pipe when the launcher ends, also when it is killed, and
 * then this JVM ends as well. It needs no signal, so it works on every system.
 */
final class Watchdog {

	/** A JVM whose shutdown hooks hang longer is halted: nobody is left to kill it. */
	private static final long HALT_AFTER_MILLIS = 20_000;

	private Watchdog() {
	}

	/** Called by the JVM before the main method; must be public. */
	public static void premain(String options) {
		Thread.ofPlatform().daemon().name("watchdog").start(Watchdog::watch);
	}

	private static void watch() {
		untilTheLauncherIsGone();
		Thread.ofPlatform().daemon().name("watchdog-halt").start(Watchdog::halt);
		System.exit(0);
	}

	private static void untilTheLauncherIsGone() {
		// Not System.in, which the program may replace; and never closed, nor is it read
		// by anybody else.
		InputStream pipe = new FileInputStream(FileDescriptor.in);
		try {
			pipe.transferTo(java.io.OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			// A broken pipe says the same.
		}
	}

	private static void halt() {
		try {
			Thread.sleep(HALT_AFTER_MILLIS);
		}
		catch (InterruptedException ex) {
			// Halt at once.
		}
		Runtime.getRuntime().halt(1);
	}

}
