package orderly.payment.provider;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import orderly.payment.provider.ProviderApi.Answer;
import orderly.payment.provider.ProviderApi.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;

class ResilientProviderTests {

	private final MeterRegistry meters = new SimpleMeterRegistry();

	static Stream<Supplier<@Nullable Answer>> answersThatSayNothing() {
		return Stream.of(() -> null, () -> new Answer(null), () -> new Answer(State.UNKNOWN),
				failing(new ResourceAccessException("timeout")), failing(new RestClientException("no JSON")),
				failing(new HttpServerErrorException(HttpStatus.SERVICE_UNAVAILABLE)),
				failing(refused(HttpStatus.UNPROCESSABLE_CONTENT)), failing(refused(HttpStatus.NOT_FOUND)));
	}

	@ParameterizedTest
	@MethodSource("answersThatSayNothing")
	void whatIsNoAnswerIsUnknown(Supplier<@Nullable Answer> answer) {
		assertThat(charge(answer)).isEqualTo(new Charge.Unknown());
		assertThat(provider(answer).end(UUID.randomUUID())).isEqualTo(new Charge.Unknown());
		assertThat(provider(answer).refund(UUID.randomUUID(), UUID.randomUUID(), 1)).isEqualTo(Refund.UNKNOWN);
		assertThat(counted("charge", "unknown")).isEqualTo(1);
	}

	@Test
	void whatIsSaidIsUnderstood() {
		assertThat(charge(() -> new Answer(State.CAPTURED))).isEqualTo(new Charge.Captured());
		assertThat(charge(() -> new Answer(State.DECLINED))).isEqualTo(new Charge.Declined());
		assertThat(provider(() -> new Answer(State.VOIDED)).end(UUID.randomUUID())).isEqualTo(new Charge.Ended());
		assertThat(counted("charge", "captured")).isEqualTo(1);
		assertThat(counted("void", "voided")).isEqualTo(1);
	}

	@Test
	void aConflictMeansVoidedForAChargeAndNothingForARefund() {
		Supplier<@Nullable Answer> conflict = failing(refused(HttpStatus.CONFLICT));
		assertThat(charge(conflict)).isEqualTo(new Charge.Ended());
		assertThat(provider(conflict).refund(UUID.randomUUID(), UUID.randomUUID(), 1)).isEqualTo(Refund.UNKNOWN);
	}

	private Charge charge(Supplier<@Nullable Answer> answer) {
		return provider(answer).charge(UUID.randomUUID(), 1250, "EUR", "card-ok");
	}

	private Provider provider(Supplier<@Nullable Answer> answer) {
		return new ResilientProvider(new FixedApi(answer), new ProviderPolicy(Duration.ofSeconds(1)), this.meters);
	}

	private long counted(String operation, String outcome) {
		return this.meters.get("orderly.payment.provider.calls")
			.tags("operation", operation, "outcome", outcome)
			.timer()
			.count();
	}

	private static Supplier<@Nullable Answer> failing(RestClientException failure) {
		return () -> {
			throw failure;
		};
	}

	private static HttpClientErrorException refused(HttpStatus status) {
		return HttpClientErrorException.create(status, status.getReasonPhrase(), HttpHeaders.EMPTY, new byte[0],
				StandardCharsets.UTF_8);
	}

	/** Answers everything alike. */
	private record FixedApi(Supplier<@Nullable Answer> answer) implements ProviderApi {

		@Override
		public @Nullable Answer charge(UUID orderId, ChargeRequest request) {
			return this.answer.get();
		}

		@Override
		public @Nullable Answer end(UUID orderId) {
			return this.answer.get();
		}

		@Override
		public @Nullable Answer refund(UUID refundId, RefundRequest request) {
			return this.answer.get();
		}

	}

}
