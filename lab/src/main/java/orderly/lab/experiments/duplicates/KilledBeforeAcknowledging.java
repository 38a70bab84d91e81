package orderly.lab.experiments.duplicates;

import java.time.Duration;
import java.util.List;

import orderly.lab.experiments.Driver;
import orderly.lab.experiments.Fault;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.NotMeasuredException;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Patience;

/**
 * Step 2: the receiver dies when the effect is committed and the broker does not know it
 * yet. The broker is killed first, which makes that moment long enough to hit. (Frozen,
 * it would find the acknowledgement in its socket when it is back.)
 */
class KilledBeforeAcknowledging {

	static final int ORDERS = 12;

	// three handlers work at a time and get about four each: when one has written its
	// first
	// mail, each of them is at its second for most of two seconds
	private static final Fault SLOW = Fault.NONE.withLatency(Duration.ofSeconds(2))
		.withPath("messages/order.confirmed.v1");

	// whoever was at work when the broker died writes its mail within the latency
	private static final Patience SOON = new Patience(Duration.ofSeconds(5), Duration.ofMillis(100));

	private static final int ATTEMPTS = 2;

	private final Bench bench;

	private final Driver driver;

	KilledBeforeAcknowledging(Bench bench) {
		this.bench = bench;
		this.driver = bench.lab().driver();
	}

	void run(Notebook notebook) {
		List<String> orders = waiting();
		for (int i = 1; !isKilledInBetween(orders); i++) {
			if (i == ATTEMPTS) {
				throw new NotMeasuredException("No mail was written while it mattered.");
			}
			settle(orders);
			orders = waiting();
		}
		judge(orders, notebook);
	}

	/**
	 * Without a broker nothing is acknowledged: a mail that is written now belongs to a
	 * message that will come again. None is where the broker died between two messages.
	 */
	private boolean isKilledInBetween(List<String> orders) {
		if (!moreMailsThan(0, orders, Bench.PATIENCE)) {
			throw new NotMeasuredException("No mail was written at all.");
		}
		this.driver.kill("kafka");
		boolean inBetween = moreMailsThan(this.bench.mailbox().mailsInAll(orders), orders, SOON);
		if (inBetween) {
			this.driver.kill(Bench.GUEST);
		}
		this.driver.start("kafka");
		if (inBetween) {
			this.driver.start(Bench.GUEST);
		}
		return inBetween;
	}

	private void settle(List<String> orders) {
		this.driver.heal(Bench.GUEST);
		if (!this.bench.mailed(orders)) {
			throw new NotMeasuredException("Not each of %d orders got a mail.".formatted(ORDERS));
		}
		this.bench.awaitAllHandled();
	}

	/** Confirmed orders, of which the receiver has yet to hear, slowly. */
	private List<String> waiting() {
		this.driver.fault(Bench.GUEST, SLOW);
		this.driver.pause(Bench.GUEST);
		List<String> orders = this.bench.place(ORDERS);
		long confirmed = this.bench.confirmed(orders);
		this.driver.resume(Bench.GUEST);
		if (confirmed < ORDERS) {
			throw new NotMeasuredException("Of %d orders %d were confirmed.".formatted(ORDERS, confirmed));
		}
		return orders;
	}

	private boolean moreMailsThan(int known, List<String> orders, Patience patience) {
		return patience.until(() -> this.bench.mailbox().mailsInAll(orders), mails -> mails > known) > known;
	}

	private void judge(List<String> orders, Notebook notebook) {
		this.bench.mailed(orders);
		this.bench.awaitAllHandled();
		int mails = this.bench.mailbox().mailsInAll(orders);
		long again = this.bench.mailbox().heard("duplicate") + mails - ORDERS;
		notebook.number("killed-delivered-again", again);
		notebook.number("killed-double-mails", mails - ORDERS);
		notebook.finding(new Finding("killed between effect and acknowledgement: one mail for each order",
				mails == ORDERS && again > 0,
				"%d mails for %d orders, %d of them delivered again".formatted(mails, ORDERS, again)));
	}

}
