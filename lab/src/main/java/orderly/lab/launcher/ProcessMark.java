package orderly.lab.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one with the same number.
 *
 * @param pid its number
 * @param started when it started, as the operating system says
 */
public record ProcessMark(long pid, Instant started) {

	/** Coarse clocks of operating systems may differ by a tick between two readings. */
	private static final Duration TICK = Duration.ofMillis(50);

	static ProcessMark of(ProcessHandle process) {
		return new ProcessMark(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
	}

	boolean isAlive() {
		return find().isPresent();
	}

	/**
	 * {@return the live process, if it is still the same one}
	 */
	Optional<ProcessHandle> find() {
		return ProcessHandle.of(this.pid)
			.filter(ProcessHandle::isAlive)
			.filter(this::isSame)
			.filter((_) -> !isZombie());
	}

	/**
	 * Ended, but not yet noticed by its parent, which in a container may never happen.
	 * Only Linux shows them.
	 */
	private boolean isZombie() {
		try {
			String stat = Files.readString(Path.of("/proc", "" + this.pid, "stat"), StandardCharsets.ISO_8859_1);
			return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
		}
		catch (IOException ex) {
			return false;
		}
	}

	private boolean isSame(ProcessHandle process) {
		Instant now = process.info().startInstant().orElse(Instant.EPOCH);
		return Duration.between(this.started, now).abs().compareTo(TICK) <= 0;
	}

}
