package orderly.payment.provider;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import orderly.chassis.CallTimeout;
import orderly.payment.provider.ProviderApi.Answer;
import orderly.payment.provider.ProviderApi.ChargeRequest;
import orderly.payment.provider.ProviderApi.RefundRequest;
import orderly.payment.provider.ProviderApi.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * The provider over HTTP. A call that fails is not a decline: the money may have been
 * taken, so it is {@link Charge.Unknown}.
 */
@Component
class ResilientProvider implements Provider {

	private static final Logger logger = LoggerFactory.getLogger(ResilientProvider.class);

	private final ProviderApi api;

	private final ProviderPolicy policy;

	private final MeterRegistry meters;

	ResilientProvider(ProviderApi api, ProviderPolicy policy, MeterRegistry meters) {
		this.api = api;
		this.policy = policy;
		this.meters = meters;
	}

	@Override
	public Charge charge(UUID orderId, long amountMinor, String currency, String method) {
		return asCharge(
				call("charge", () -> this.api.charge(orderId, new ChargeRequest(amountMinor, currency, method))));
	}

	@Override
	public Charge end(UUID orderId) {
		return asCharge(call("void", () -> this.api.end(orderId)));
	}

	@Override
	public Refund refund(UUID refundId, UUID orderId, long amountMinor) {
		State state = call("refund", () -> this.api.refund(refundId, new RefundRequest(orderId, amountMinor)));
		return (state == State.REFUNDED) ? Refund.REFUNDED : Refund.UNKNOWN;
	}

	private static Charge asCharge(State state) {
		return switch (state) {
			case CAPTURED -> new Charge.Captured();
			case DECLINED -> new Charge.Declined();
			case VOIDED -> new Charge.Ended();
			case REFUNDED, UNKNOWN -> new Charge.Unknown();
		};
	}

	/** Asks once, and turns every failure into the state that it means. */
	private State call(String operation, Supplier<@Nullable Answer> call) {
		Timer.Sample start = Timer.start(this.meters);
		State state = toState(operation, call);
		start.stop(this.meters.timer("orderly.payment.provider.calls", "operation", operation, "outcome",
				state.name().toLowerCase(Locale.ROOT)));
		return state;
	}

	private State toState(String operation, Supplier<@Nullable Answer> call) {
		try {
			Answer answer = CallTimeout.within(this.policy.timeout(), call::get);
			return (answer != null && answer.state() != null) ? answer.state() : State.UNKNOWN;
		}
		catch (HttpClientErrorException.Conflict ex) {
			return operation.equals("charge") ? State.VOIDED : unknown(operation, ex);
		}
		catch (RestClientException ex) {
			return unknown(operation, ex);
		}
	}

	private static State unknown(String operation, RestClientException ex) {
		logger.warn("The provider gave no answer to a {}: {}", operation, ex.getMessage());
		return State.UNKNOWN;
	}

}
