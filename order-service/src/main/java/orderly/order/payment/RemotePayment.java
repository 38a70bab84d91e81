package orderly.order.payment;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import orderly.chassis.CallTimeout;
import orderly.order.payment.PaymentApi.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Payment over REST. A failed call, or an answer that makes no sense, is not a declined
 * card: it is {@code Unknown}.
 */
@Component
class RemotePayment implements Payment {

	private static final Logger logger = LoggerFactory.getLogger(RemotePayment.class);

	private final PaymentApi api;

	private final PaymentPolicy policy;

	RemotePayment(PaymentApi api, PaymentPolicy policy) {
		this.api = api;
		this.policy = policy;
	}

	/** Every failure is caught: whatever went wrong, nobody knows. */
	@Override
	public Charge charge(UUID orderId, Bill bill, Duration left) {
		Duration limit = (left.compareTo(this.policy.chargeTimeout()) < 0) ? left : this.policy.chargeTimeout();
		try {
			return CallTimeout.within(limit, () -> pay(orderId, bill));
		}
		catch (RuntimeException ex) {
			logger.warn("No answer from payment-service: {}", ex.toString());
			return new Charge.Unknown();
		}
	}

	private Charge pay(UUID orderId, Bill bill) {
		try {
			return outcome(this.api.pay(orderId, bill));
		}
		catch (HttpClientErrorException.Conflict ex) {
			return outcome(Objects.requireNonNull(ex.getResponseBodyAs(Answer.class)));
		}
	}

	private static Charge outcome(Answer answer) {
		return switch (answer.state()) {
			case CAPTURED -> new Charge.Captured();
			case DECLINED -> new Charge.Declined();
			case CANCELLED, REFUNDING, REFUNDED -> new Charge.Ended();
			case PENDING, UNKNOWN -> new Charge.Unknown();
		};
	}

}
