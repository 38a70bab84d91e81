package orderly.lab.experiments.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import orderly.lab.client.Answer;
import orderly.lab.client.Basket;
import orderly.lab.client.Placement;
import orderly.lab.experiments.Fault;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.NotMeasuredException;

/** Lets orders go each way; gives back their ids. */
record Customers(Lab lab) {

	static final String SOLD = "TEA-006";

	static final String EMPTY = "TEA-005";

	// enough for a median, few enough to be done in seconds
	static final int TIMES = 3;

	private static final Duration LONGEST = Duration.ofSeconds(60);

	// an order is that long in the hands of whoever is slowed down: longer than the look
	// and the cancel need on a busy machine
	private static final Duration SLOW = Duration.ofSeconds(4);

	List<String> buy(String checkout) {
		return place(Basket.of(SOLD, 2).in(checkout));
	}

	List<String> payWith(String card, String checkout) {
		return place(Basket.of(SOLD, 2).in(checkout).paidBy(card));
	}

	/** Nobody asks for the stock first: only the workflow finds out. */
	List<String> buyWhatIsNotThere(String checkout) {
		return place(Basket.of(EMPTY, 1).in(checkout));
	}

	List<String> cancelBeforeThePayment() {
		return slowed("payment-service", () -> cancelled(id -> new Stories(lab).happens(id, Story.RESERVED)));
	}

	List<String> cancelAfterThePayment() {
		return slowed("order-service", () -> cancelled(new Stories(lab)::isCaptured));
	}

	private List<String> slowed(String service, Supplier<List<String>> work) {
		lab.driver().fault(service, Fault.NONE.withLatency(SLOW).withPath("messages"));
		List<String> ids = work.get();
		lab.driver().heal(service);
		return ids;
	}

	private List<String> place(Basket basket) {
		return times(() -> idOf(lab.gateway().placeAndFollow(basket, LONGEST)));
	}

	private List<String> cancelled(Predicate<String> moment) {
		return times(() -> {
			Answer answer = lab.gateway().place(Basket.of(SOLD, 2));
			String id = answer.body().path("id").asString("");
			require(answer.ok() && moment.test(id), "The moment to cancel an order did not come.");
			cancel(id);
			return id;
		});
	}

	private void cancel(String id) {
		Answer answer = lab.http().post(lab.gateway().at("orders/" + id + "/cancel"), Map.of(), Map.of());
		require(answer.ok(), "A customer came too late to cancel: " + answer.sentence());
	}

	private static String idOf(Placement placement) {
		if (placement.order() == null) {
			throw new NotMeasuredException("An order was not taken: " + placement.outcome());
		}
		return placement.order().id();
	}

	private static List<String> times(Supplier<String> work) {
		return Stream.generate(work).limit(TIMES).toList();
	}

	private static void require(boolean good, String otherwise) {
		if (!good) {
			throw new NotMeasuredException(otherwise);
		}
	}

}
