package orderly.order;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/**
 * What else may come of an operation than its success, in every version of the API: for
 * the OpenAPI documents. The gateway adds what a problem looks like.
 */
final class Outcomes {

	private Outcomes() {
	}

	/** Why there may be no order. */
	@ApiResponse(responseCode = "409", content = @Content,
			description = "short: too little in stock, and no order. order-cancelled: sync, and it could not be confirmed. "
					+ "in-progress: an earlier request with the same key has no answer yet.")
	@ApiResponse(responseCode = "422", content = @Content,
			description = "invalid: a value cannot be accepted. key-reused: the key belongs to another request.")
	@Retention(RetentionPolicy.RUNTIME)
	@Target(ElementType.METHOD)
	@interface OfPlacing {

	}

	/** Why an order may go on. */
	@ApiResponse(responseCode = "404", content = @Content, description = "not-found: there is no such order.")
	@ApiResponse(responseCode = "409", content = @Content, description = "order-confirmed: it is too late.")
	@Retention(RetentionPolicy.RUNTIME)
	@Target(ElementType.METHOD)
	@interface OfCancelling {

	}

}
