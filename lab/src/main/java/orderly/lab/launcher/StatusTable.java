package orderly.lab.launcher;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import orderly.lab.launcher.Report.Row;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report for people: {@code -} is nothing, {@code ?} is what nobody can tell.
 */
class StatusTable {

	private static final String PROCESS = "  %-20s %-10s %8s %6s %9s";

	private static final String MESSAGES = "  %-20s %10s %8s %8s %8s %13s";

	private final PrintWriter out;

	StatusTable(PrintWriter out) {
		this.out = out;
	}

	void print(Report report) {
		this.out.println(PROCESS.formatted("PROCESS", "STATE", "PID", "PORT", "MEMORY"));
		report.processes().forEach(this::print);
		this.out.println();
		this.out.println(MESSAGES.formatted("MESSAGES OF", "LAG", "OLDEST", "OUTBOX", "OLDEST", "DEAD LETTERS"));
		report.messages().forEach(this::print);
		this.out.println();
		report.messages().forEach(this::warn);
		report.policiesOff().forEach(this::printOff);
		new Offered(report.versions()).missing().forEach(this::printMissing);
		report.faults().forEach((fault) -> this.out.println("Made to fail:" + fault.line().replaceAll(" +", " ")));
		this.out.println("Memory in all: %s. Gateway: %s   Zipkin: %s".formatted(total(report), report.gateway(),
				report.zipkin()));
	}

	private void print(Row row) {
		this.out.println(PROCESS.formatted(row.name(), state(row), (row.pid() == null) ? "-" : row.pid(), row.port(),
				memoryOf(row)));
	}

	private void print(Backlog at) {
		this.out.println(MESSAGES.formatted(at.service(), count(at.lag()), age(at.ageSeconds(), at.lag()),
				count(at.outboxRows()), age(at.outboxAgeSeconds(), at.outboxRows()), count(at.dead())));
	}

	private void warn(Backlog at) {
		if (at.dead() != null && at.dead() > 0) {
			this.out.println("%s gave up on %d messages: its log says why.".formatted(at.service(), at.dead()));
		}
	}

	private void printOff(String policy, List<String> processes) {
		this.out.println("Switched off: %s in %s".formatted(policy, String.join(", ", processes)));
	}

	private void printMissing(String version) {
		this.out.println(
				"Nobody offers version %1$s of the API of order-service. Bring it back with: ./orderly release order-service --serve %1$s"
					.formatted(version));
	}

	private static String state(Row row) {
		if (row.state() == RunState.ChildState.EXTERNAL) {
			return row.ready() ? "external" : "awaited";
		}
		boolean silent = row.state() == RunState.ChildState.READY && !row.ready();
		return silent ? "not ready" : row.state().name().toLowerCase(Locale.ROOT);
	}

	private static String total(Report report) {
		boolean shared = report.processes().stream().anyMatch((row) -> row.pssBytes() != null);
		long bytes = report.processes()
			.stream()
			.map(StatusTable::memory)
			.filter(Objects::nonNull)
			.mapToLong(Long::longValue)
			.sum();
		return megabytes(bytes) + (shared ? " (PSS)" : " (RSS)");
	}

	private static @Nullable Long memory(Row row) {
		return (row.pssBytes() != null) ? row.pssBytes() : row.rssBytes();
	}

	private static String memoryOf(Row row) {
		Long bytes = memory(row);
		return (bytes == null) ? "-" : megabytes(bytes);
	}

	private static String megabytes(long bytes) {
		return (bytes >> 20) + " MB";
	}

	private static String count(@Nullable Long number) {
		return (number == null) ? "?" : number.toString();
	}

	/**
	 * Whole seconds, rounded up: what waits, and nobody has in hand yet, has some age.
	 */
	private static String age(@Nullable Double seconds, @Nullable Long waiting) {
		if (seconds == null || (seconds == 0 && waiting != null && waiting > 0)) {
			return "?";
		}
		return (seconds == 0) ? "-" : (long) Math.ceil(seconds) + " s";
	}

}
