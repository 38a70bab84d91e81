package orderly.payment.provider;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The provider's HTTP shape, as much of it as we use.
 */
interface ProviderApi {

	@PutExchange("/charges/{orderId}")
	@Nullable Answer charge(@PathVariable UUID orderId, @RequestBody ChargeRequest request);

	@PutExchange("/charges/{orderId}/void")
	@Nullable Answer end(@PathVariable UUID orderId);

	@PutExchange("/refunds/{refundId}")
	@Nullable Answer refund(@PathVariable UUID refundId, @RequestBody RefundRequest request);

	record ChargeRequest(long amountMinor, String currency, String method) {
	}

	record RefundRequest(UUID orderId, long amountMinor) {
	}

	record Answer(@Nullable State state) {
	}

	/** What an answer says. */
	enum State {

		CAPTURED, DECLINED, VOIDED, REFUNDED,

		/** No answer, or one that says nothing. */
		UNKNOWN

	}

}
