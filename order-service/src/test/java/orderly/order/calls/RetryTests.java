package orderly.order.calls;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import orderly.chassis.Deadline;
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
import static org.assertj.core.api.Assertions.catchThrowable;

class RetryTests {

	private static final RuntimeException REFUSED = broken(new ConnectException());

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Deque<Object> answers = new ArrayDeque<>();

	private int attempts;

	static Stream<RuntimeException> failuresThatMayPass() {
		return Stream.of(REFUSED, broken(new HttpConnectTimeoutException("")),
				broken(new SocketException("Connection reset")), broken(new IOException("EOF")), status(502),
				status(503), status(504));
	}

	static Stream<RuntimeException> failuresThatWillNotPass() {
		return Stream.of(broken(new HttpTimeoutException("")), status(500), status(501),
				new HttpClientErrorException(HttpStatus.NOT_FOUND),
				HttpClientErrorException.create(HttpStatus.CONFLICT, "", HttpHeaders.EMPTY, new byte[0], null),
				new HttpClientErrorException(HttpStatus.TOO_MANY_REQUESTS), new RestClientException("half an answer"),
				new IllegalStateException("the answer leaves out TEA-001"));
	}

	@ParameterizedTest
	@MethodSource("failuresThatMayPass")
	void callsAgainAfterAFailureThatMayPass(RuntimeException failure) {
		assertThat(answering(failure, failure, "tea").get()).isEqualTo("tea");
		assertThat(this.attempts).isEqualTo(3);
	}

	@ParameterizedTest
	@MethodSource("failuresThatWillNotPass")
	void callsOnceWhereAnotherCallWouldFailAsWell(RuntimeException failure) {
		assertThat(catchThrowable(() -> answering(failure, "tea").get())).isSameAs(failure);
		assertThat(this.attempts).isOne();
	}

	@Test
	void givesUpAfterThreeAttemptsWithTheLastFailureAsItWas() {
		RuntimeException last = status(502);
		assertThat(catchThrowable(() -> answering(REFUSED, status(503), last, "tea").get())).isSameAs(last);
		assertThat(this.attempts).isEqualTo(3);
	}

	@Test
	void countsWhatWasCalledAgain() {
		answering("tea").get();
		assertThat(retries()).isZero();
		answering(REFUSED, REFUSED, "tea").get();
		assertThat(retries()).isEqualTo(2);
	}

	@Test
	void doesNotPauseUntilAfterTheDeadline() {
		CallPolicy patient = retry(new RetrySettings(3, Duration.ofHours(1), Duration.ofHours(1)));
		this.answers.addAll(Arrays.asList(REFUSED, "tea"));
		assertThat(catchThrowable(() -> Deadline.within(Duration.ofMillis(100), () -> patient.of(this::call).get())))
			.isSameAs(REFUSED);
		assertThat(this.attempts).isOne();
	}

	private Supplier<String> answering(Object... answers) {
		this.answers.addAll(Arrays.asList(answers));
		return retry(new RetrySettings(3, Duration.ofMillis(1), Duration.ofMillis(2))).of(this::call);
	}

	private CallPolicy retry(RetrySettings settings) {
		return new Retry(settings, this.meters.counter("retries"));
	}

	private String call() {
		this.attempts++;
		if (this.answers.remove() instanceof RuntimeException failure) {
			throw failure;
		}
		return "tea";
	}

	private double retries() {
		return this.meters.counter("retries").count();
	}

	private static RuntimeException broken(IOException cause) {
		return new ResourceAccessException("", cause);
	}

	private static RuntimeException status(int status) {
		return new HttpServerErrorException(HttpStatus.valueOf(status));
	}

}
