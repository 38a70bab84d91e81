package orderly.lab.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Measures the memory of a process with its children, as the operating system counts it.
 */
final class Memory {

	private static final long KIB = 1024;

	private Memory() {
	}

	/**
	 * {@return resident bytes, pages shared with others counted in each}
	 */
	static @Nullable Long resident(@Nullable ProcessHandle process) {
		return sum(process, "Rss:");
	}

	/**
	 * {@return proportional bytes: shared pages are divided by those who share them, so
	 * that sums are true}
	 */
	static @Nullable Long proportional(@Nullable ProcessHandle process) {
		return sum(process, "Pss:");
	}

	private static @Nullable Long sum(@Nullable ProcessHandle process, String field) {
		if (process == null) {
			return null;
		}
		LongStream all = Stream.concat(Stream.of(process), process.descendants())
			.flatMapToLong((one) -> of(one.pid(), field).stream());
		OptionalLong sum = all.reduce(Long::sum);
		return sum.isPresent() ? sum.getAsLong() : null;
	}

	private static OptionalLong of(long pid, String field) {
		Path rollup = Path.of("/proc", "" + pid, "smaps_rollup");
		try {
			return Files.exists(rollup) ? kibibytes(Files.readAllLines(rollup), field) : byPs(pid, field);
		}
		catch (IOException ex) {
			return OptionalLong.empty(); // gone by now, or not ours
		}
	}

	static OptionalLong kibibytes(List<String> lines, String field) {
		return lines.stream()
			.filter((line) -> line.startsWith(field))
			.mapToLong((line) -> KIB * Long.parseLong(line.replaceAll("\\D", "")))
			.findFirst();
	}

	/** macOS knows no proportional size, and Windows no ps: unknown is an answer. */
	private static OptionalLong byPs(long pid, String field) {
		if (!field.equals("Rss:")) {
			return OptionalLong.empty();
		}
		try {
			Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", "" + pid).start();
			return ps.inputReader().lines().mapToLong((line) -> KIB * Long.parseLong(line.strip())).findFirst();
		}
		catch (IOException | NumberFormatException ex) {
			return OptionalLong.empty();
		}
	}

}
