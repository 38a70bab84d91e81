package orderly.lab.experiments.oneorder;

import java.util.Optional;

import orderly.lab.client.Order;
import orderly.lab.client.Placement;

/** An order of the experiment, as it went. */
record Placed(Case kind, Placement placement) {

	boolean asExpected() {
		return kind.expected().isSeenIn(placement) && placement.answer().traceId() != null;
	}

	String traceId() {
		return String.valueOf(placement.answer().traceId());
	}

	/** As it was seen last; none where it was refused. */
	Optional<Order> order() {
		return Optional.ofNullable(placement.order());
	}

	double milliseconds() {
		return placement.took().toNanos() / 1e6;
	}

}
