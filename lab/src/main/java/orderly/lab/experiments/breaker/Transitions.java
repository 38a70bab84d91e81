package orderly.lab.experiments.breaker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import orderly.lab.client.EcsLog;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.NotMeasuredException;
import orderly.lab.plots.TimePlot.Band;
import tools.jackson.databind.JsonNode;

/** What a breaker told in the log of its process, since the experiment began. */
record Transitions(Path logs, String process, String partner, Instant since) {

	private record Change(Instant at, String from, String to) {
	}

	/** Each state in which it was, the first one too. */
	List<String> states() {
		return states(changes());
	}

	private static List<String> states(List<Change> changes) {
		List<String> states = new ArrayList<>();
		changes.stream().findFirst().ifPresent(first -> states.add(first.from()));
		changes.forEach(change -> states.add(change.to()));
		return states;
	}

	/** Each state in which it was since then, the first one too. */
	List<String> statesSince(Instant moment) {
		return new Transitions(logs, process, partner, moment).states();
	}

	/** Each state until then. */
	List<String> statesUntil(Instant moment) {
		return states(changes().stream().filter(change -> change.at().isBefore(moment)).toList());
	}

	/** It has not changed, or its last change was to close. */
	boolean isClosed() {
		List<String> states = states();
		return states.isEmpty() || states.getLast().equals("CLOSED");
	}

	/**
	 * From closed to closed by way of open and half open, as often as probes failed in
	 * between.
	 */
	static boolean isOneCycle(List<String> states) {
		return String.join(" ", states).matches("(CLOSED OPEN HALF_OPEN (OPEN HALF_OPEN )*)+CLOSED");
	}

	static Finding cycle(String how, List<String> states) {
		return new Finding(
				"inventory %s: the breaker went CLOSED, OPEN, HALF_OPEN and, when it was back, CLOSED".formatted(how),
				isOneCycle(states), String.join(" ", states));
	}

	Optional<Instant> lastTo(String state) {
		return changes().stream().filter(change -> change.to().equals(state)).map(Change::at).reduce((a, b) -> b);
	}

	List<Band> bands(Duration length) {
		List<Band> bands = new ArrayList<>();
		String state = "CLOSED";
		Duration from = Duration.ZERO;
		for (Change change : changes()) {
			Duration at = Duration.between(since, change.at());
			bands.add(new Band(state, from, at));
			state = change.to();
			from = at;
		}
		bands.add(new Band(state, from, length));
		return bands;
	}

	private List<Change> changes() {
		Pattern told = Pattern.compile("Breaker " + Pattern.quote(partner) + ": (\\w+) -> (\\w+)");
		try {
			return EcsLog.linesWith("Breaker " + partner, logs.resolve(process + ".json"))
				.flatMap(line -> change(line, told))
				.filter(change -> change.at().isAfter(since))
				.toList();
		}
		catch (IOException ex) {
			throw new NotMeasuredException("The log of %s is not here: %s".formatted(process, ex));
		}
	}

	private static Stream<Change> change(JsonNode line, Pattern told) {
		return told.matcher(line.path("message").asString(""))
			.results()
			.map(said -> new Change(Instant.parse(line.path("@timestamp").asString()), said.group(1), said.group(2)));
	}

}
