package orderly.order;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OrderSubscriptionsTests extends RunningService {

	@Test
	void aReservationForACancelledOrderHearsTheEndAgain() {
		UUID id = cancelled();
		hears(id, new Said.StockReserved(id));
		hearsTheEndAgain(id);
	}

	@Test
	void aPaymentForACancelledOrderHearsTheEndAgain() {
		UUID id = cancelled();
		hears(id, new Said.PaymentCaptured(id, 2500, "EUR"));
		hearsTheEndAgain(id);
	}

	@Test
	void anExpiredReservationHearsTheEndAgain() {
		UUID cancelled = cancelled();
		hears(cancelled, new Said.ReservationExpired(cancelled));
		hearsTheEndAgain(cancelled);
		UUID confirmed = placed();
		this.endOrder.confirm(confirmed);
		hears(confirmed, new Said.ReservationExpired(confirmed));
		hearsTheEndAgain(confirmed);
	}

	@Test
	void anExpiredReservationLeavesAnOrderAloneThatStillHasTime() {
		UUID id = placed();
		hears(id, new Said.ReservationExpired(id));
		awaitInTimeline(id, "inventory.reservation-expired");
		assertThat(order(id).status()).isEqualTo(Order.Status.PLACED);
	}

	/** In one transaction, so that the timer does not come first. */
	@Test
	void anExpiredReservationCancelsAnOrderWhoseDeadlineHasPassed() {
		UUID id = placed();
		HandlersAtHand handlers = new HandlersAtHand();
		new OrderSubscriptions(handlers, this.orders, this.endOrder);
		this.transaction.executeWithoutResult((_) -> {
			this.jdbc.sql("update orders set deadline = now() where id = ?").param(id).update();
			handlers.handle(id, new PartnerEvents.ReservationExpired());
			assertThat(order(id).reason()).isEqualTo(Order.Reason.DEADLINE);
		});
		assertThat(published().orderEvents(id)).last().isEqualTo(new OrderCancelled(id, Order.Reason.DEADLINE));
	}

	@Test
	void moneyThatDiffersFromThePriceConfirmsNothing() {
		UUID id = placed();
		hears(id, new Said.PaymentCaptured(id, 2499, "EUR"));
		hears(id, new Said.PaymentCaptured(id, 2500, "USD"));
		hears(id, new Said.PaymentRefunded(id, UUID.randomUUID(), 1));
		awaitInTimeline(id, "payment.refunded");
		assertThat(order(id).status()).isEqualTo(Order.Status.PLACED);
	}

	@Test
	void eventsOfNoOrderDoNotStopTheOthers() {
		hears(UUID.randomUUID(), new Said.StockReserved(UUID.randomUUID()));
		UUID id = placed();
		hears(id, new Said.StockReserved(id));
		awaitInTimeline(id, "inventory.stock-reserved");
	}

	@Test
	void aReplayWithAnEmptiedInboxHasNoSecondEffect() {
		UUID id = placed();
		Said.PaymentCaptured captured = new Said.PaymentCaptured(id, 2500, "EUR");
		this.transaction.executeWithoutResult((_) -> this.publisher.publishAgain(id, captured));
		await().atMost(Duration.ofSeconds(30)).until(() -> order(id).status() == Order.Status.CONFIRMED);
		AtomicReference<Order> confirmed = new AtomicReference<>(order(id));
		this.jdbc.sql("delete from inbox").update();
		this.transaction.executeWithoutResult((_) -> this.publisher.publishAgain(id, captured));
		hears(id, new Said.PaymentRefunded(id, UUID.randomUUID(), 1));
		awaitInTimeline(id, "payment.refunded");
		assertThat(order(id)).isEqualTo(confirmed.get());
		assertThat(published().orderEvents(id)).hasSize(2);
	}

	private UUID cancelled() {
		UUID id = placed();
		this.endOrder.cancel(id, Order.Reason.CUSTOMER);
		return id;
	}

	private void hearsTheEndAgain(UUID id) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(published().orderEvents(id)).hasSize(3)
				.element(2)
				.isEqualTo(published().orderEvents(id).get(1)));
		assertThat(published().of(id)).filteredOn((said) -> said.event() instanceof OrderCancelled)
			.allMatch(Published.Publication::again);
	}

	private void awaitInTimeline(UUID id, String event) {
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(timeline(id)).contains(event));
	}

}
