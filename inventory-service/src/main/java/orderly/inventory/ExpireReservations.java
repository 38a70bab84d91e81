package orderly.inventory;

import orderly.messaging.EventPublisher;
import orderly.messaging.StoredTrace;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks order-service about stock that is still held some time after its order's deadline,
 * then again and again at growing pauses. It decides nothing and releases nothing.
 */
@Component
class ExpireReservations {

	private final ExpiredReservations expired;

	private final EventPublisher events;

	private final StoredTrace trace;

	ExpireReservations(ExpiredReservations expired, EventPublisher events, StoredTrace trace) {
		this.expired = expired;
		this.events = events;
		this.trace = trace;
	}

	@Scheduled(fixedDelayString = "${orderly.inventory.expiry.look-every:5s}")
	@Transactional
	void ask() {
		this.expired.claim()
			.forEach((expired) -> this.trace.resume(expired.traceparent(), "expire reservation", () -> ask(expired)));
	}

	private void ask(ExpiredReservations.Expired expired) {
		this.events.publish(expired.orderId(), new ReservationExpired(expired.orderId()));
	}

}
