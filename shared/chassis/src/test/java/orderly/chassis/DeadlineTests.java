package orderly.chassis;

import java.time.Duration;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import orderly.test.upstream.Behaviour;
import orderly.test.upstream.Upstream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeadlineTests {

	static {
		JdkClientFlags.set();
	}

	private final RestClient client = RestClient.builder()
		.requestFactory(new Outbound(
				new OutboundAutoConfiguration()
					.httpClient(HttpClientSettings.defaults().withConnectTimeout(Duration.ofSeconds(1))),
				Duration.ofSeconds(2)))
		.build();

	@Test
	void isOpenWhereNobodySetsOne() {
		assertThat(Deadline.left()).isEmpty();
		assertThat(Deadline.hasPassed()).isFalse();
		assertThat(Deadline.atMost(Duration.ofDays(1))).isEqualTo(Duration.ofDays(1));
	}

	@Test
	void isNeverMovedBackByWhatLiesWithin() {
		Duration left = Deadline.within(Duration.ofSeconds(1),
				() -> Deadline.within(Duration.ofSeconds(60), () -> Deadline.left().orElseThrow()));
		assertThat(left).isLessThanOrEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void tellsThePartnerWhatIsLeftAndNeverMoreThanTheCallMayTake() {
		try (Upstream upstream = new Upstream().that(Behaviour.ANSWERS)) {
			Deadline.within(Duration.ofSeconds(1), () -> get(upstream));
			assertThat(told(upstream)).isBetween(1L, 1000L);
			Deadline.within(Duration.ofSeconds(9),
					() -> CallTimeout.within(Duration.ofMillis(700), () -> get(upstream)));
			assertThat(told(upstream)).isEqualTo(700);
		}
	}

	@Test
	void cutsACallWhenTheRequestsTimeIsOver() {
		try (Upstream upstream = new Upstream().that(Behaviour.SILENT)) {
			assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> Deadline
				.within(Duration.ofMillis(300), () -> CallTimeout.within(Duration.ofSeconds(30), () -> get(upstream))));
		}
	}

	@Test
	void sendsNothingWhenTheRequestsTimeIsOver() {
		try (Upstream upstream = new Upstream().that(Behaviour.ANSWERS)) {
			assertThatExceptionOfType(ResourceAccessException.class)
				.isThrownBy(() -> Deadline.within(Duration.ZERO, () -> get(upstream)));
			assertThat(upstream.arrivals()).isEmpty();
		}
	}

	@Test
	void isTakenFromTheRequest() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader(Deadline.HEADER, "250");
		Duration[] left = { Duration.ZERO };
		new RequestDeadline((_, _, _, _) -> null).doFilter(request, new MockHttpServletResponse(), chain(left));
		assertThat(left[0]).isBetween(Duration.ofMillis(1), Duration.ofMillis(250));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "-1", "30001", "1.5", "soon", "99999999999999" })
	void doesNotBelieveNonsense(String header) {
		assertThat(Deadline.parse(header)).isEmpty();
	}

	private static MockFilterChain chain(Duration[] left) {
		return new MockFilterChain() {

			@Override
			public void doFilter(ServletRequest request, ServletResponse response) {
				left[0] = Deadline.left().orElseThrow();
			}

		};
	}

	private static long told(Upstream upstream) {
		return Long.parseLong(upstream.header(Deadline.HEADER).getLast());
	}

	private String get(Upstream upstream) {
		return String.valueOf(this.client.get().uri(upstream.uri()).retrieve().body(String.class));
	}

}
