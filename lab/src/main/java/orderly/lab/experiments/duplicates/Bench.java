package orderly.lab.experiments.duplicates;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import orderly.lab.client.Answer;
import orderly.lab.client.Basket;
import orderly.lab.client.Mailbox;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.NotMeasuredException;
import orderly.lab.experiments.Patience;
import orderly.lab.experiments.books.Shelf;
import orderly.lab.topics.Event;
import orderly.lab.topics.Topics;

/** What the steps of the experiment have in common: orders, mails and topics. */
record Bench(Lab lab, Topics topics, Mailbox mailbox, Instant began) {

	static final String SKU = "TEA-008";

	static final String GUEST = "notifications";

	/** A busy machine takes its time; what has not come by then is not coming. */
	static final Patience PATIENCE = new Patience(Duration.ofSeconds(60), Duration.ofMillis(250));

	private static final List<String> GROUPS = List.of("order-service", "inventory-service", "payment-service", GUEST);

	private static final int PLENTY = 500;

	static Bench over(Lab lab) {
		Shelf.with(lab, SKU, PLENTY);
		invite(lab);
		return new Bench(lab, new Topics(lab.process().apply("kafka").getAuthority()),
				new Mailbox(lab.http(), lab.process().apply(GUEST)), Instant.now());
	}

	private static void invite(Lab lab) {
		if (!lab.driver().instances(GUEST).contains(GUEST)) {
			lab.driver().start(GUEST);
		}
	}

	/** Places orders, and gives back the ids of those that were taken. */
	List<String> place(int count) {
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Answer answer = this.lab.gateway().place(Basket.of(SKU, 1));
			if (!answer.ok()) {
				throw new NotMeasuredException("An order was not taken: " + answer.sentence());
			}
			ids.add(answer.body().path("id").asString());
		}
		return ids;
	}

	/** Places orders and waits until each is confirmed and has a mail. */
	List<String> settled(int count) {
		List<String> ids = place(count);
		long confirmed = confirmed(ids);
		if (confirmed < count || !mailed(ids)) {
			throw new NotMeasuredException(
					"Of %d orders %d were confirmed, and not each got a mail.".formatted(count, confirmed));
		}
		return ids;
	}

	long confirmed(List<String> orders) {
		return orders.stream().filter(id -> this.lab.gateway().follow(id, PATIENCE.longest()).confirmed()).count();
	}

	boolean mailed(List<String> orders) {
		return PATIENCE.until(() -> !this.mailbox.mailsTo(orders).containsValue(0), Boolean::booleanValue);
	}

	/** What lies in the topics about these orders, without dead letters. */
	List<Event> eventsAbout(List<String> orders) {
		Set<String> wanted = Set.copyOf(orders);
		return this.topics.since(this.began)
			.stream()
			.filter(event -> wanted.contains(event.key()) && !event.isDeadLetter())
			.toList();
	}

	/** Waits until every group has handled all that lies in its topics. */
	void awaitAllHandled() {
		long left = PATIENCE.until(() -> GROUPS.stream().mapToLong(this.topics::lag).sum(), lag -> lag == 0);
		if (left > 0) {
			throw new NotMeasuredException(left + " messages were not handled in time.");
		}
	}

}
