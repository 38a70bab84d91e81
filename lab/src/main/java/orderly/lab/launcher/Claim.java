package orderly.lab.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

import orderly.lab.Exit;
import orderly.lab.LabException;

/**
 * One system's claim to the folder of its state; it ends with the process at the latest.
 */
final class Claim {

	private final FileChannel channel;

	private Claim(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * {@return the claim to this home}, or a sentence that another system has it.
	 */
	static Claim of(Home home) {
		try {
			Files.createDirectories(home.state());
			FileChannel channel = FileChannel.open(home.state().resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			FileLock lock = channel.tryLock();
			if (lock == null) {
				channel.close();
				throw alreadyRuns(home);
			}
			return new Claim(channel);
		}
		catch (IOException ex) {
			throw new LabException("Cannot write to %s: %s".formatted(home.state(), ex.getMessage()), ex);
		}
	}

	static LabException alreadyRuns(Home home) {
		return new LabException(Exit.ALREADY_RUNNING,
				"The system of %s runs already; see ./orderly status, or end it with: ./orderly down"
					.formatted(home.state()),
				null);
	}

	void release() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			// Given back with this process at the latest.
		}
	}

}
