package orderly.lab.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;

/** The machine that measured, as far as it matters to the numbers; not its name. */
public record Machine(String os, String cpu, int cores, long memoryMegabytes, String java) {

	private static final long MEGABYTE = 1024 * 1024;

	static Machine here() {
		return new Machine(System.getProperty("os.name") + " " + System.getProperty("os.arch"),
				field("/proc/cpuinfo", "model name", "unknown"), Runtime.getRuntime().availableProcessors(),
				system().getTotalMemorySize() / MEGABYTE, Runtime.version().toString());
	}

	/** Refuses to measure where less is free than this. */
	static void require(int megabytes) {
		long free = availableMegabytes();
		if (free < megabytes) {
			throw new NotMeasuredException(
					"It needs %d MB of free memory; this machine has %d MB.".formatted(megabytes, free));
		}
	}

	/**
	 * {@return what a new process could use; Linux counts its caches, too}
	 */
	public static long availableMegabytes() {
		String kilobytes = field("/proc/meminfo", "MemAvailable", "").replaceAll("\\D", "");
		return kilobytes.isEmpty() ? system().getFreeMemorySize() / MEGABYTE : Long.parseLong(kilobytes) / 1024;
	}

	private static OperatingSystemMXBean system() {
		return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
	}

	private static String field(String file, String name, String otherwise) {
		if (!Files.isReadable(Path.of(file))) {
			return otherwise;
		}
		try (var lines = Files.lines(Path.of(file))) {
			return lines.filter(line -> line.startsWith(name))
				.map(line -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse(otherwise);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

}
