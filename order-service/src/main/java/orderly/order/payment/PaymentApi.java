package orderly.order.payment;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The part of payment-service's API that is used here. Answers may have more fields than
 * these, but not fewer.
 */
interface PaymentApi {

	@PutExchange("/payments/{orderId}")
	Answer pay(@PathVariable UUID orderId, @RequestBody Bill bill);

	/**
	 * Both the answer of a 200 and the problem of a 409.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Answer(State state) {

		enum State {

			PENDING, UNKNOWN, CAPTURED, DECLINED, CANCELLED, REFUNDING, REFUNDED

		}

	}

}
