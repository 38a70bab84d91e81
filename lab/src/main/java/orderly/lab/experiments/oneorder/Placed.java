package orderly.lab.experiments.oneorder;

import orderly.lab.client.Placement;

/** An order of the experiment, as it went. */
record Placed(Case kind, Placement placement) {

	boolean asExpected() {
		return kind.expected().isSeenIn(placement) && placement.answer().traceId() != null;
	}

	String traceId() {
		return String.valueOf(placement.answer().traceId());
	}

	String orderId() {
		return (placement.order() == null) ? "" : placement.order().id();
	}

	double milliseconds() {
		return placement.took().toNanos() / 1e6;
	}

}
