package orderly.lab.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import orderly.lab.plots.Plot;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An experiment written down; {@code docs/evidence/README.md} explains the fields.
 *
 * @param schema grows when a field changes its meaning or goes away
 * @param without the pattern that was switched off, null in a plain run
 */
record Evidence(int schema, String experiment, String chapter, String claim, String verdict, List<String> because,
		@Nullable String without, Instant date, double seconds, Source source, Machine machine, Map<String, Number> off,
		Map<String, Number> on, List<Finding> findings, List<String> plots) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	static Evidence of(Experiment experiment, Outcome outcome, Source source) {
		return new Evidence(1, experiment.name(), experiment.chapter(), experiment.claim(), word(outcome.verdict()),
				because(outcome.verdict()), outcome.without().orElse(null), outcome.started(), outcome.seconds(),
				source, Machine.here(), outcome.off().numbers(), outcome.on().numbers(), outcome.findings(),
				outcome.plots().stream().map(plot -> plot.name() + ".svg").toList());
	}

	/** What a person reads: the verdict, and below it why. */
	String conclusion() {
		String first = "%s: %s after %.0f s".formatted(experiment, verdict.toUpperCase(Locale.ROOT), seconds);
		return Stream.concat(Stream.of(first), because.stream().map(line -> "  " + line))
			.collect(Collectors.joining(System.lineSeparator()));
	}

	String json() {
		return JSON.writeValueAsString(this);
	}

	/**
	 * Writes the numbers and the plots, and gives back the file with the numbers: a run
	 * without a pattern has a file of its own.
	 */
	Path write(Path folder, List<Plot> pictures) {
		try {
			Files.createDirectories(folder);
			for (Plot plot : pictures) {
				Files.writeString(folder.resolve(plot.name() + ".svg"), plot.svg());
			}
			return Files.writeString(folder.resolve(fileName()), json() + "\n");
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private String fileName() {
		return experiment + ((without == null) ? "" : ".without-" + without) + ".json";
	}

	private static String word(Verdict verdict) {
		return switch (verdict) {
			case Verdict.Holds _ -> "holds";
			case Verdict.Refuted _ -> "refuted";
			case Verdict.NotMeasured _ -> "not measured";
		};
	}

	private static List<String> because(Verdict verdict) {
		return switch (verdict) {
			case Verdict.Holds _ -> List.of();
			case Verdict.Refuted refuted -> refuted.because();
			case Verdict.NotMeasured not -> List.of(not.because());
		};
	}

}
