package orderly.lab.experiments.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import orderly.lab.client.Order;
import orderly.lab.experiments.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoryTests {

	private static final Instant END = Instant.parse("2026-11-24T13:00:00Z");

	private static final Map<String, Instant> HELD = Map.of("inventory.stock-reserved", END);

	private static final Map<String, Instant> RELEASED = Map.of("inventory.stock-reserved", END, "order.cancelled", END,
			"inventory.stock-released", END.plusMillis(20));

	private static final Map<String, Instant> UNDONE = Map.of("inventory.stock-reserved", END, "order.cancelled", END,
			"inventory.stock-released", END.plusMillis(20), "payment.refunded", END.plusMillis(300));

	private static final List<String> CHARGE = List.of("CHARGE 780");

	private static final List<String> REFUND = List.of("CHARGE 780", "REFUND 780");

	@Test
	void isGoodWhereAllWasDoneOrAllIsUndone() {
		assertThat(faults(Way.CONFIRMED, null, HELD, CHARGE)).isEmpty();
		assertThat(faults(Way.SHORT, "SHORT", Map.of(), List.of())).isEmpty();
		assertThat(faults(Way.DECLINED, "DECLINED", RELEASED, List.of("DECLINE 780"))).isEmpty();
		assertThat(faults(Way.CUSTOMER, "CUSTOMER", RELEASED, List.of())).isEmpty();
		assertThat(faults(Way.UNKNOWN, "UNKNOWN", UNDONE, REFUND)).isEmpty();
	}

	@Test
	void anEarlyCancelMayStillMeetACharge() {
		assertThat(faults(Way.CUSTOMER, "CUSTOMER", UNDONE, REFUND)).isEmpty();
		assertThat(faults(Way.CUSTOMER, "CUSTOMER", RELEASED, CHARGE)).hasSize(1);
	}

	@Test
	void refutesAnotherEnd() {
		assertThat(faults(Way.UNKNOWN, "DEADLINE", UNDONE, REFUND)).containsExactly("it is CANCELLED (DEADLINE)");
		assertThat(faults(Way.CONFIRMED, "UNKNOWN", UNDONE, REFUND)).hasSize(1);
	}

	@Test
	void refutesWhatIsStillHeldOrWasReleasedThoughSold() {
		assertThat(faults(Way.DECLINED, "DECLINED", HELD, List.of())).hasSize(1);
		assertThat(faults(Way.CONFIRMED, null, RELEASED, CHARGE)).hasSize(1);
	}

	@Test
	void refutesMoneyThatIsKeptOrGivenBackThoughSold() {
		assertThat(faults(Way.UNKNOWN, "UNKNOWN", RELEASED, CHARGE)).hasSize(1);
		assertThat(faults(Way.CUSTOMER_CHARGED, "CUSTOMER", RELEASED, CHARGE)).hasSize(1);
	}

	@Test
	void refutesAWayOnWhichNothingHappenedThatCouldBeUndone() {
		assertThat(faults(Way.DECLINED, "DECLINED", Map.of(), List.of())).hasSize(1);
		assertThat(faults(Way.CUSTOMER_CHARGED, "CUSTOMER", RELEASED, List.of())).hasSize(1);
	}

	@Test
	void measuresFromTheDecisionToTheLastThingUndone() {
		assertThat(story(Way.UNKNOWN, "UNKNOWN", UNDONE, REFUND).undoing()).contains(Duration.ofMillis(300));
		assertThat(story(Way.CONFIRMED, null, HELD, CHARGE).undoing()).isEmpty();
	}

	@Test
	void oneBadStoryRefutesAndNoneProvesNothing() {
		Story good = story(Way.UNKNOWN, "UNKNOWN", UNDONE, REFUND);
		Story bad = story(Way.UNKNOWN, "UNKNOWN", RELEASED, CHARGE);
		assertThat(Stories.finding("unknown", List.of(good, good))).matches(Finding::held);
		assertThat(Stories.finding("unknown", List.of(good, bad)).held()).isFalse();
		assertThat(Stories.finding("unknown", List.of()).held()).isFalse();
	}

	private static List<String> faults(Way way, @Nullable String reason, Map<String, Instant> timeline,
			List<String> ledger) {
		return story(way, reason, timeline, ledger).faults();
	}

	private static Story story(Way way, @Nullable String reason, Map<String, Instant> timeline, List<String> ledger) {
		Order order = new Order("o", (reason == null) ? "CONFIRMED" : "CANCELLED", reason, "async", List.of(), 780,
				"EUR", "", "");
		return new Story(way, order, timeline, ledger);
	}

}
