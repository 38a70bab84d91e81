package orderly.lab.launcher;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import orderly.lab.launcher.Report.Row;
import org.jspecify.annotations.Nullable;

/** Writes a report for people. */
class StatusTable {

	private static final String LINE = "  %-20s %-10s %8s %6s %9s %8s %13s";

	private final PrintWriter out;

	StatusTable(PrintWriter out) {
		this.out = out;
	}

	void print(Report report) {
		this.out.println(LINE.formatted("PROCESS", "STATE", "PID", "PORT", "MEMORY", "OUTBOX", "DEAD LETTERS"));
		report.processes().forEach(this::print);
		this.out.println("Memory in all: %s. Gateway: %s   Zipkin: %s".formatted(total(report), report.gateway(),
				report.zipkin()));
		report.processes().stream().filter(StatusTable::hasDeadLetters).forEach(this::warn);
	}

	private void print(Row row) {
		this.out.println(LINE.formatted(row.name(), state(row), text(row.pid()), row.port(), megabytes(memory(row)),
				text(row.outboxRows()), text(deadLetters(row))));
	}

	private void warn(Row row) {
		this.out.println("%s gave up on %d messages: its log says why.".formatted(row.name(), deadLetters(row)));
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
		return megabytes(sum(report.processes().stream().map(StatusTable::memory))) + (shared ? " (PSS)" : " (RSS)");
	}

	private static @Nullable Long memory(Row row) {
		return (row.pssBytes() != null) ? row.pssBytes() : row.rssBytes();
	}

	private static boolean hasDeadLetters(Row row) {
		Long dead = deadLetters(row);
		return dead != null && dead > 0;
	}

	private static @Nullable Long deadLetters(Row row) {
		return sum(Stream.of(row.deadLetters(), row.outboxDeadLetters()));
	}

	private static @Nullable Long sum(Stream<@Nullable Long> numbers) {
		List<Long> known = numbers.filter(Objects::nonNull).toList();
		return known.isEmpty() ? null : known.stream().mapToLong(Long::longValue).sum();
	}

	private static String megabytes(@Nullable Long bytes) {
		return (bytes == null) ? "-" : (bytes >> 20) + " MB";
	}

	private static String text(@Nullable Long number) {
		return (number == null) ? "-" : number.toString();
	}

}
