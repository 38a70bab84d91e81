package orderly.lab.experiments.workflow;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Patience;
import orderly.lab.experiments.books.Ledger;

/** Asks what became of orders until their story is over. */
record Stories(Lab lab) {

	// undoing waits for the reconciler, which looks at a payment in doubt after 2 s, and
	// for a machine that may be busy
	private static final Patience PATIENCE = new Patience(Duration.ofSeconds(40), Duration.ofMillis(250));

	Story await(Way way, String id) {
		return PATIENCE.until(() -> now(way, id), story -> story.faults().isEmpty());
	}

	boolean isHeld(String id) {
		return timeline(id).containsKey(Story.RESERVED);
	}

	/** Waits for something to happen to an order. */
	boolean happens(String id, String event) {
		return PATIENCE.until(() -> timeline(id).containsKey(event), Boolean::booleanValue);
	}

	/** Waits until the payment of an order is captured, whoever has heard of it. */
	boolean isCaptured(String id) {
		return new Patience(PATIENCE.longest(), Duration.ofMillis(50))
			.until(() -> lab.gateway().payment(id).body().path("state").asString(""), "CAPTURED"::equals)
			.equals("CAPTURED");
	}

	static Finding finding(String title, List<Story> stories) {
		List<String> wrong = stories.stream().filter(story -> !story.faults().isEmpty()).map(Story::toString).toList();
		return new Finding(title + ": ends so, and what was done is kept or undone",
				wrong.isEmpty() && !stories.isEmpty(),
				wrong.isEmpty() ? stories.size() + " orders" : String.join("; ", wrong));
	}

	private Story now(Way way, String id) {
		return new Story(way, lab.gateway().order(id), timeline(id), new Ledger(lab).of(id));
	}

	/** Version 2 tells it. */
	private Map<String, Instant> timeline(String id) {
		URI order = lab.gateway().at("").resolve("/api/v2/orders/" + id);
		Map<String, Instant> events = new LinkedHashMap<>();
		lab.http()
			.get(order)
			.body()
			.path("timeline")
			.valueStream()
			.forEach(entry -> events.put(entry.path("event").asString(), Instant.parse(entry.path("at").asString())));
		return events;
	}

}
