package orderly.lab.experiments.tracing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import orderly.lab.client.Basket;
import orderly.lab.client.Placement;
import orderly.lab.experiments.Lab;

/** Single orders, one after the other, so that none waits for another. */
record Orders(Lab lab) {

	static final String SKU = "TEA-007";

	static final int PLENTY = 200;

	private static final int EACH = 5;

	private static final Duration LONGEST = Duration.ofSeconds(60);

	/** The first orders after a start are slow everywhere: classes are loaded. */
	void warmUp() {
		place();
	}

	/** Some in each checkout. */
	List<Placement> place() {
		return Stream.concat(placeAsync().stream(), several("sync").stream()).toList();
	}

	void placeOne() {
		one("async");
	}

	List<Placement> placeAsync() {
		return several("async");
	}

	private List<Placement> several(String checkout) {
		List<Placement> placed = new ArrayList<>();
		IntStream.range(0, EACH).forEach(_ -> placed.add(one(checkout)));
		return placed;
	}

	private Placement one(String checkout) {
		return lab.gateway().placeAndFollow(Basket.of(SKU, 1).in(checkout), LONGEST);
	}

}
