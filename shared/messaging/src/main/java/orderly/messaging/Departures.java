package orderly.messaging;

import java.util.function.Consumer;

import orderly.messaging.Outbox.Row;
import orderly.messaging.transport.Transport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The two ways in which a published message leaves its transaction. What lies in the
 * outbox when the policy is switched off is still sent by the relay; a direct message may
 * overtake those of its key that wait there.
 */
final class Departures {

	private static final Logger log = LoggerFactory.getLogger(Departures.class);

	private Departures() {
	}

	// tag::departures[]
	/**
	 * Policy {@code outbox} on: the message is a row, committed with the fact or not at
	 * all, and a relay sends it until the broker has it. The commit wakes the relay of
	 * its own process; others look by themselves every so often. (PostgreSQL's NOTIFY
	 * would wake them all, and halves the commits per second.)
	 */
	static Consumer<Row> throughOutbox(Outbox outbox, Runnable wakeRelay) {
		TransactionSynchronization wake = afterCommit(wakeRelay);
		return (row) -> {
			outbox.append(row);
			TransactionSynchronizationManager.registerSynchronization(wake);
		};
	}

	/**
	 * Off: first the commit, then the message. Of what goes wrong in between, or with the
	 * broker, nobody ever hears.
	 */
	static Consumer<Row> afterCommit(Transport transport, String source) {
		return (row) -> TransactionSynchronizationManager
			.registerSynchronization(afterCommit(() -> transport.send(CloudEvents.wrap(row, source))
				.whenComplete((_, failure) -> tellLost(row, failure))));
	}
	// end::departures[]

	private static TransactionSynchronization afterCommit(Runnable work) {
		return new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				work.run();
			}
		};
	}

	private static void tellLost(Row row, @Nullable Throwable failure) {
		if (failure != null) {
			log.error("{} of {} is lost: it was sent without an outbox, and the broker did not take it ({})",
					row.type(), row.key(), failure.toString());
		}
	}

}
