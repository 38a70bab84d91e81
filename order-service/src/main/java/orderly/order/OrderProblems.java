package orderly.order;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import orderly.chassis.Problem;
import orderly.chassis.Problem.FieldError;
import orderly.chassis.StandardProblem;
import orderly.order.inventory.Missing;

import org.springframework.http.HttpStatus;

/**
 * What order-service refuses, beside what any service does. Each type has a page at the
 * gateway.
 */
final class OrderProblems {

	private OrderProblems() {
	}

	static Problem tooLittle(List<Missing> missing) {
		return new Problem(HttpStatus.CONFLICT, "short", "Not enough stock",
				"There is too little stock, and no order was placed; see missing.")
			.with("missing", missing);
	}

	static Problem notFound(UUID id) {
		return new Problem(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is no order " + id + ".");
	}

	static Problem confirmed(UUID id) {
		return new Problem(HttpStatus.CONFLICT, "order-confirmed", "Order confirmed",
				"Order " + id + " is confirmed and can no longer be cancelled.");
	}

	static Problem tooLate() {
		return StandardProblem.TIMEOUT.because("The time for this request is over, and no order was placed.");
	}

	static Problem inProgress() {
		return new Problem(HttpStatus.CONFLICT, "in-progress", "Request in progress",
				"An earlier request with this Idempotency-Key has no answer yet; ask again a little later.")
			.retryAfter(Duration.ofSeconds(1));
	}

	static Problem keyReused() {
		return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", "Idempotency-Key reused",
				"This Idempotency-Key belongs to another request; a new request needs a new key.")
			.with("errors", List.of(new FieldError("Idempotency-Key", "was used for another request")));
	}

}
