package orderly.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import orderly.messaging.transport.Transport;
import orderly.messaging.transport.Transport.UnsendableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox: a batch at a time, each message under the trace that it
 * was published in, the next batch when all of the last are answered for. A message is
 * deleted only after its acknowledgement, so it may be sent twice, and is never lost.
 */
class Relay {

	private static final Logger log = LoggerFactory.getLogger(Relay.class);

	private final Outbox outbox;

	private final Leases leases;

	private final Transport transport;

	private final StoredTrace trace;

	private final String source;

	Relay(Outbox outbox, Leases leases, Transport transport, StoredTrace trace, String source) {
		this.outbox = outbox;
		this.leases = leases;
		this.transport = transport;
		this.trace = trace;
		this.source = source;
	}

	// tag::relay[]
	/** Returns whether anything was sent: then there may be more. */
	boolean relayBatch() throws InterruptedException {
		this.leases.claim();
		List<Sending> batch = send(this.outbox.nextBatch(this.leases.owner()));
		awaitAnswers(batch);
		List<Sending> acknowledged = batch.stream().filter(Sending::acknowledged).toList();
		this.outbox.remove(acknowledged.stream().map(Sending::row).toList());
		batch.stream().filter(Sending::failed).forEach(this::seeToFailure);
		return !acknowledged.isEmpty();
	}
	// end::relay[]

	/** Lets the other relays have the buckets. */
	void retire() {
		this.leases.release();
	}

	private List<Sending> send(Iterable<Outbox.Row> rows) {
		List<Sending> batch = new ArrayList<>();
		for (Outbox.Row row : rows) {
			Sending sending = new Sending(row, new CompletableFuture<>());
			this.trace.resume(row.traceparent(), "outbox " + row.type(), () -> send(sending));
			batch.add(sending);
			if (sending.failed()) {
				break; // at once: the broker is away, and each of the others would wait
						// for it too
			}
			this.leases.renew();
		}
		return batch;
	}

	private void send(Sending sending) {
		this.transport.send(CloudEvents.wrap(sending.row, this.source)).whenComplete((_, failure) -> {
			if (failure == null) {
				sending.answer.complete(true);
			}
			else {
				sending.answer.completeExceptionally(failure);
			}
		});
	}

	private void awaitAnswers(List<Sending> batch) throws InterruptedException {
		CompletableFuture<?> all = CompletableFuture
			.allOf(batch.stream().map(Sending::answer).toArray(CompletableFuture[]::new));
		while (!answered(all)) {
			this.leases.renew();
		}
	}

	private static boolean answered(CompletableFuture<?> all) throws InterruptedException {
		try {
			all.get(1, TimeUnit.SECONDS);
			return true;
		}
		catch (ExecutionException failed) {
			return true;
		}
		catch (TimeoutException notYet) {
			return false;
		}
	}

	private void seeToFailure(Sending sending) {
		Outbox.Row row = sending.row;
		Throwable failure = sending.answer.exceptionNow();
		if (failure instanceof UnsendableException) {
			log.error("{} {} of {} can never be sent: nobody will hear of it. It lies in outbox_dead_letter.",
					row.type(), row.messageId(), row.key(), failure);
			this.outbox.bury(row, failure.toString());
		}
		else {
			log.warn("{} of {} was not sent and stays in the outbox: {}", row.type(), row.key(), failure.toString());
		}
	}

	private record Sending(Outbox.Row row, CompletableFuture<Boolean> answer) {

		boolean acknowledged() {
			return this.answer.isDone() && !failed();
		}

		boolean failed() {
			return this.answer.isCompletedExceptionally();
		}

	}

}
