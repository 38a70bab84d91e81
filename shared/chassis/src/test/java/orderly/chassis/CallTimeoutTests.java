package orderly.chassis;

import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;

import orderly.test.upstream.Behaviour;
import orderly.test.upstream.Upstream;
import org.junit.jupiter.api.Test;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallTimeoutTests {

	static {
		JdkClientFlags.set();
	}

	private final RestClient client = RestClient.builder()
		.requestFactory(new Outbound(new OutboundAutoConfiguration()
			.httpClient(HttpClientSettings.defaults().withConnectTimeout(Duration.ofSeconds(1))), null))
		.build();

	@Test
	void cutsAnAnswerThatDoesNotBegin() {
		assertCut(Behaviour.SILENT);
	}

	@Test
	void cutsAnAnswerThatDoesNotEnd() {
		assertCut(Behaviour.stallsAfter(6));
	}

	@Test
	void leavesAQuickAnswerAlone() {
		try (Upstream upstream = new Upstream().that(Behaviour.ANSWERS)) {
			assertThat(CallTimeout.within(Duration.ofSeconds(5), () -> get(upstream))).isEqualTo("{}");
		}
	}

	@Test
	void sendsNothingWhenNoTimeIsLeft() {
		try (Upstream upstream = new Upstream().that(Behaviour.ANSWERS)) {
			assertThatExceptionOfType(ResourceAccessException.class)
				.isThrownBy(() -> CallTimeout.within(Duration.ZERO, () -> get(upstream)))
				.withCauseInstanceOf(HttpTimeoutException.class);
			assertThat(upstream.arrivals()).isEmpty();
		}
	}

	@Test
	void sendsARequestOnceAlsoWhenItsConnectionIsReset() {
		try (Upstream upstream = new Upstream().that(Behaviour.RESETS)) {
			assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> get(upstream));
			assertThat(upstream.arrivals()).hasSize(1);
		}
	}

	private void assertCut(Behaviour behaviour) {
		try (Upstream upstream = new Upstream().that(behaviour)) {
			Instant start = Instant.now();
			assertThatExceptionOfType(RestClientException.class)
				.isThrownBy(() -> CallTimeout.within(Duration.ofMillis(300), () -> get(upstream)));
			assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(250), Duration.ofSeconds(5));
			assertThat(upstream.arrivals()).hasSize(1);
		}
	}

	private String get(Upstream upstream) {
		return String.valueOf(this.client.get().uri(upstream.uri()).retrieve().body(String.class));
	}

}
