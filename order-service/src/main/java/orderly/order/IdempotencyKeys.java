package orderly.order;

import java.util.Optional;
import java.util.UUID;

import orderly.chassis.Problem;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * The Idempotency-Keys and their answers: a customer who asks again under the same key
 * gets the same answer, and never a second order. Attempts without a key pass through.
 */
@Repository
class IdempotencyKeys {

	private final JdbcClient jdbc;

	private final Answers answers;

	private final CheckoutSettings settings;

	IdempotencyKeys(JdbcClient jdbc, Answers answers, CheckoutSettings settings) {
		this.jdbc = jdbc;
		this.answers = answers;
		this.settings = settings;
	}

	/**
	 * Looks for an earlier attempt under the same key.
	 * @param attempt this one
	 * @return the earlier one's answer, or nothing if this is the first
	 * @throws Problem 422 if the earlier one asked for something else, 409 if it is still
	 * in progress
	 */
	Optional<Answer> find(Attempt attempt) {
		if (attempt.key() == null) {
			return Optional.empty();
		}
		return this.jdbc.sql("select * from idempotency_keys where customer = ? and key = ?")
			.params(attempt.customer(), attempt.key())
			.query(KeyEntry.class)
			.optional()
			.map((entry) -> entry.answerTo(attempt));
	}

	/**
	 * Takes the key for an order that is about to be added, in the same transaction. A
	 * concurrent duplicate waits here, on the unique index, until that transaction ends.
	 * @param attempt the attempt
	 * @param orderId the order
	 * @return false if another attempt has it
	 */
	boolean claim(Attempt attempt, UUID orderId) {
		if (attempt.key() == null) {
			return true;
		}
		try {
			waitAtMost(this.settings.keyWait().toMillis() + "ms");
			return insert(attempt, attempt.key(), orderId) == 1;
		}
		catch (PessimisticLockingFailureException tooLong) {
			throw OrderProblems.inProgress();
		}
	}

	/** Stores the answer for the attempt that made this order, unless it has one. */
	void answer(Order order) {
		this.jdbc.sql("select * from idempotency_keys where order_id = ? and status is null")
			.param(order.id())
			.query(KeyEntry.class)
			.optional()
			.ifPresent((entry) -> store(order.id(), this.answers.of(order, entry.attempt())));
	}

	@Scheduled(fixedDelayString = "PT10M")
	void forgetOldOnes() {
		this.jdbc.sql("delete from idempotency_keys where created_at < now() - make_interval(secs => ?)")
			.param(this.settings.keepKeys().toSeconds())
			.update();
	}

	private void waitAtMost(String limit) {
		this.jdbc.sql("select set_config('lock_timeout', ?, true)").param(limit).query(String.class).single();
	}

	private int insert(Attempt attempt, String key, UUID orderId) {
		return this.jdbc.sql("""
				insert into idempotency_keys (customer, key, fingerprint, order_id, api_version, instance, traceparent)
				values (:customer, :key, :fingerprint, :orderId, :apiVersion, :instance, :traceparent)
				on conflict (customer, key) do nothing""")
			.param("customer", attempt.customer())
			.param("key", key)
			.param("fingerprint", attempt.fingerprint())
			.param("orderId", orderId)
			.param("apiVersion", attempt.apiVersion())
			.param("instance", attempt.instance())
			.param("traceparent", attempt.traceparent())
			.update();
	}

	private void store(UUID orderId, Answer answer) {
		this.jdbc.sql("""
				update idempotency_keys
				set status = :status, location = :location, content_type = :contentType, body = :body
				where order_id = :orderId""")
			.param("orderId", orderId)
			.param("status", answer.status())
			.param("location", answer.location())
			.param("contentType", answer.contentType())
			.param("body", answer.body())
			.update();
	}

}
