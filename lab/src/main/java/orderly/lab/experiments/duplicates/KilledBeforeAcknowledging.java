package orderly.lab.experiments.duplicates;

import java.time.Duration;
import java.util.List;

import orderly.lab.experiments.Driver;
import orderly.lab.experiments.Fault;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.NotMeasuredException;
import orderly.lab.experiments.Notebook;

/**
 * Step 2: the receiver dies when the effect is committed and the broker does not know it
 * yet. The broker is killed first, which makes that moment long enough to hit. (Frozen,
 * it would find the acknowledgement in its socket when it is back.)
 */
class KilledBeforeAcknowledging {

	static final int ORDERS = 12;

	// three handlers work at a time: twelve orders take four seconds
	private static final Fault SLOW = Fault.NONE.withLatency(Duration.ofSeconds(1)).withPath("messages");

	private final Bench bench;

	private final Driver driver;

	KilledBeforeAcknowledging(Bench bench) {
		this.bench = bench;
		this.driver = bench.lab().driver();
	}

	void run(Notebook notebook) {
		List<String> orders = waiting();
		awaitMoreMailsThan(0, orders);
		this.driver.kill("kafka");
		awaitMoreMailsThan(this.bench.mailbox().mailsInAll(orders), orders);
		this.driver.kill(Bench.GUEST);
		this.driver.start("kafka");
		this.driver.start(Bench.GUEST);
		judge(orders, notebook);
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

	private void awaitMoreMailsThan(int known, List<String> orders) {
		int now = Bench.PATIENCE.until(() -> this.bench.mailbox().mailsInAll(orders), mails -> mails > known);
		if (now <= known) {
			throw new NotMeasuredException("No mail was written while it mattered.");
		}
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
