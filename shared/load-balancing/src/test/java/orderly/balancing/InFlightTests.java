package orderly.balancing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import orderly.chassis.CallTimeout;
import orderly.chassis.Deadline;
import orderly.test.upstream.Behaviour;
import orderly.test.upstream.Upstream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class InFlightTests {

	static {
		// As the chassis has it: one attempt is one arrival.
		System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
	}

	private final Bench bench = new Bench();

	private final Upstream partner = new Upstream();

	private final CalledInstance instance = this.bench.called
		.at(new DefaultServiceInstance("tea1", "tea", "127.0.0.1", this.partner.uri().getPort(), false));

	private final RestClient client = RestClient.builder()
		.baseUrl(this.partner.uri())
		.requestFactory(new CountedCalls(jdk(Duration.ofSeconds(20)), this.bench.called))
		.build();

	private static JdkClientHttpRequestFactory jdk(Duration timeout) {
		JdkClientHttpRequestFactory jdk = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
		jdk.setReadTimeout(timeout);
		return jdk;
	}

	@AfterEach
	void close() {
		this.partner.close();
	}

	static List<Arguments> failures() {
		return List.of(arguments("reset", Behaviour.RESETS), arguments("timed out", Behaviour.SILENT),
				arguments("broken off in mid-body", Behaviour.breaksAfter(1, false)),
				arguments("timed out in mid-body", Behaviour.stallsAfter(1)),
				arguments("sent away", Behaviour.answers(503)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("failures")
	void isZeroAfterACallThatFailsAndTheInstanceIsPassedOver(String name, Behaviour behaviour) {
		this.partner.that(behaviour);
		assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> get(impatient(Duration.ofMillis(300))));
		assertThat(this.instance.inFlight()).isZero();
		assertThat(this.instance.isTrusted()).isFalse();
		assertThat(this.partner.arrivals()).hasSize(1);
	}

	static List<Arguments> ends() {
		return List.of(arguments("timed out", Behaviour.SILENT),
				arguments("timed out in mid-body", Behaviour.stallsAfter(1)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("ends")
	void doesNotBlameTheInstanceForACallerInAHurry(String name, Behaviour behaviour) {
		this.partner.that(behaviour);
		assertThatExceptionOfType(RestClientException.class)
			.isThrownBy(() -> Deadline.within(Duration.ofMillis(300), () -> get(impatient(Duration.ofMillis(310)))));
		assertThat(this.instance.inFlight()).isZero();
		assertThat(this.instance.isTrusted()).isTrue();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("failures")
	void blamesTheInstanceThatFailsWhileTheCallerHasTime(String name, Behaviour behaviour) {
		this.partner.that(behaviour);
		assertThatExceptionOfType(RestClientException.class)
			.isThrownBy(() -> Deadline.within(Duration.ofSeconds(10), () -> get(impatient(Duration.ofMillis(300)))));
		assertThat(this.instance.isTrusted()).isFalse();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("ends")
	void blamesTheInstanceWhereTheDeadlineIsItsUsualTime(String name, Behaviour behaviour) {
		this.partner.that(behaviour);
		assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> Deadline.within(Duration.ofMillis(300),
				() -> CallTimeout.allThatIsLeft(() -> get(impatient(Duration.ofMillis(310))))));
		assertThat(this.instance.isTrusted()).isFalse();
	}

	@Test
	void doesNotBlameTheInstanceThatSaysThatTheCallersTimeIsUp() {
		this.partner.that(Behaviour.after(Duration.ofMillis(100), Behaviour.answers(504)));
		assertThatExceptionOfType(RestClientException.class)
			.isThrownBy(() -> Deadline.within(Duration.ofMillis(100), () -> get(this.client)));
		assertThat(this.instance.isTrusted()).isTrue();
	}

	/** Neither a failure nor a success: it is passed over as long as before. */
	@Test
	void learnsNothingFromACallerInAHurry() {
		failAndWait();
		this.partner.that(Behaviour.SILENT);
		assertThatExceptionOfType(RestClientException.class)
			.isThrownBy(() -> Deadline.within(Duration.ofMillis(100), () -> get(impatient(Duration.ofMillis(110)))));
		assertThat(this.instance.isTrusted()).isTrue();
		failAndWait();
		assertThat(this.instance.isTrusted()).isFalse();
	}

	@Test
	void isZeroAfterACallThatIsRefused() {
		this.partner.close();
		assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> get(this.client));
		assertThat(this.instance.inFlight()).isZero();
		assertThat(this.instance.isTrusted()).isFalse();
	}

	@Test
	void isZeroAfterAnAnswerAndTheInstanceTrusted() {
		assertThat(get(this.client)).isEqualTo("{}");
		assertThat(this.instance.inFlight()).isZero();
		assertThat(this.instance.isTrusted()).isTrue();
	}

	@Test
	void doesNotBlameTheInstanceForTheRequestThatItRefuses() {
		this.partner.that(Behaviour.answers(409));
		assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> get(this.client));
		assertThat(this.instance.inFlight()).isZero();
		assertThat(this.instance.isTrusted()).isTrue();
	}

	@Test
	void lastsUntilTheBodyIsClosed() {
		ClientHttpResponse response = this.client.get().exchange((_, answer) -> answer, false);
		assertThat(this.instance.inFlight()).isOne();
		response.close();
		response.close();
		assertThat(this.instance.inFlight()).isZero();
		assertThat(this.instance.isTrusted()).isTrue();
	}

	@Test
	void endsWithTheBodyAlsoWhenNobodyClosesIt() throws IOException {
		ClientHttpResponse response = this.client.get().exchange((_, answer) -> answer, false);
		assertThat(response.getBody().readAllBytes()).hasSize(2);
		assertThat(this.instance.inFlight()).isZero();
	}

	@Test
	void isZeroAfterACallThatIsCancelledAndTheInstanceTrusted() throws InterruptedException {
		cancelACall();
		assertThat(this.instance.inFlight()).isZero();
		assertThat(this.instance.isTrusted()).isTrue();
	}

	@Test
	void learnsNothingFromACallThatIsCancelled() throws InterruptedException {
		failAndWait();
		cancelACall();
		failAndWait();
		assertThat(this.instance.isTrusted()).isFalse();
	}

	/** The first time the wait is long enough, the second time in a row it is not. */
	private void failAndWait() {
		this.instance.failed();
		this.bench.now = this.bench.now.plus(Duration.ofSeconds(2));
	}

	private void cancelACall() throws InterruptedException {
		this.partner.that(Behaviour.SILENT);
		CompletableFuture<@Nullable Throwable> end = new CompletableFuture<>();
		Thread caller = Thread.ofVirtual().start(() -> {
			try {
				get(this.client);
				end.complete(null);
			}
			catch (RestClientException ex) {
				end.complete(ex);
			}
		});
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.partner.arrivals().size() == 1);
		assertThat(this.instance.inFlight()).isOne();
		caller.interrupt();
		assertThat(end.join()).isNotNull();
	}

	private RestClient impatient(Duration timeout) {
		return this.client.mutate().requestFactory(new CountedCalls(jdk(timeout), this.bench.called)).build();
	}

	private static @Nullable String get(RestClient client) {
		return client.get().uri("/").retrieve().body(String.class);
	}

}
