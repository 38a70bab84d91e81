package orderly.payment.provider;

import java.util.UUID;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import orderly.chassis.CallTimeout;
import orderly.payment.provider.ProviderApi.Answer;
import orderly.payment.provider.ProviderApi.ChargeRequest;
import orderly.payment.provider.ProviderApi.RefundRequest;
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
		String state = call("refund", () -> this.api.refund(refundId, new RefundRequest(orderId, amountMinor)));
		return state.equals("REFUNDED") ? Refund.REFUNDED : Refund.UNKNOWN;
	}

	private static Charge asCharge(String state) {
		return switch (state) {
			case "CAPTURED" -> new Charge.Captured();
			case "DECLINED" -> new Charge.Declined();
			case "VOIDED" -> new Charge.Ended();
			default -> new Charge.Unknown();
		};
	}

	/** Asks once, and turns every failure into the state that it means. */
	private String call(String operation, Supplier<Answer> call) {
		Timer.Sample start = Timer.start(this.meters);
		String state = toState(operation, () -> CallTimeout.within(this.policy.timeout(), call::get));
		start.stop(this.meters.timer("orderly.payment.provider.calls", "operation", operation, "outcome", state));
		return state;
	}

	private static String toState(String operation, Supplier<Answer> call) {
		try {
			return call.get().state();
		}
		catch (HttpClientErrorException.Conflict ex) {
			return operation.equals("charge") ? "VOIDED" : refused(operation, ex);
		}
		catch (RestClientException ex) {
			return refused(operation, ex);
		}
	}

	private static String refused(String operation, RestClientException ex) {
		logger.warn("The provider gave no answer to a {}: {}", operation, ex.getMessage());
		return "UNKNOWN";
	}

}
