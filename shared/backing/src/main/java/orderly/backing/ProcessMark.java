package orderly.backing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one with the same number.
 *
 * @param pid its number
 * @param born when it began, which no other process of that number has in common: digits,
 * letters and dashes
 */
public record ProcessMark(long pid, String born) {

	/** Places after the program's name, which may hold blanks and brackets. */
	private static final int STATE = 0;

	private static final int BEGUN = 19;

	/** This boot's name: on Linux ticks are counted from it. */
	private static final String BOOT = read(Path.of("/proc/sys/kernel/random/boot_id")).map((id) -> id.substring(0, 8))
		.orElse("");

	/**
	 * What tells a process of now from all others.
	 * @param process the process
	 * @return its mark
	 */
	public static ProcessMark of(ProcessHandle process) {
		return new ProcessMark(process.pid(), bornOf(process));
	}

	/**
	 * Whether the process still runs.
	 * @return whether it does
	 */
	public boolean isAlive() {
		return find().isPresent();
	}

	/**
	 * The live process, if it is still the same one. One that has ended, and whose parent
	 * has not noticed, which in a container may never happen, is none.
	 * @return the process
	 */
	public Optional<ProcessHandle> find() {
		return ProcessHandle.of(this.pid)
			.filter(ProcessHandle::isAlive)
			.filter((process) -> bornOf(process).equals(this.born))
			.filter((_) -> !isZombie());
	}

	private boolean isZombie() {
		return stat(this.pid).filter((words) -> words.get(STATE).equals("Z")).isPresent();
	}

	/**
	 * On Linux in ticks since this boot: what Java tells there is reckoned from the clock
	 * on the wall, and another one whenever that is set.
	 */
	private static String bornOf(ProcessHandle process) {
		return stat(process.pid()).map((words) -> BOOT + "-" + words.get(BEGUN))
			.orElseGet(() -> "" + process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli());
	}

	private static Optional<List<String>> stat(long pid) {
		return read(Path.of("/proc", "" + pid, "stat"))
			.map((line) -> List.of(line.substring(line.lastIndexOf(')') + 2).split(" ")));
	}

	private static Optional<String> read(Path file) {
		try {
			return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
		}
		catch (IOException ex) {
			return Optional.empty(); // no Linux, or it has ended
		}
	}

}
