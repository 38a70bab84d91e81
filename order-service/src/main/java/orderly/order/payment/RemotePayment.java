package orderly.order.payment;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import orderly.chassis.CallTimeout;
import orderly.chassis.Deadline;
import orderly.order.calls.CallPolicies;
import orderly.order.calls.CallPolicy;
import orderly.order.payment.PaymentApi.Answer;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

import static orderly.order.calls.CallPolicy.toValue;

/**
 * Payment over REST. A failed call, or an answer that makes no sense, is not a declined
 * card: it is {@code Unknown}. A charge is idempotent by its order, and so may be
 * repeated.
 */
@Component
class RemotePayment implements Payment {

	private static final String NAME = "payment-service";

	private final PaymentApi api;

	private final PaymentPolicy policy;

	private final CallPolicy retry;

	private final CallPolicy breaker;

	RemotePayment(PaymentApi api, PaymentPolicy policy, CallPolicies calls) {
		this.api = api;
		this.policy = policy;
		this.retry = calls.retry(NAME, policy.retry());
		this.breaker = calls.breaker(NAME, policy.breaker());
	}

	@Override
	public Charge charge(UUID orderId, Bill bill, Duration left) {
		return Deadline.within(left,
				() -> toValue(this.retry.of(this.breaker.of(() -> pay(orderId, bill))), new Charge.Unknown()));
	}

	private Charge pay(UUID orderId, Bill bill) {
		try {
			return outcome(CallTimeout.within(this.policy.chargeTimeout(), () -> this.api.pay(orderId, bill)));
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
