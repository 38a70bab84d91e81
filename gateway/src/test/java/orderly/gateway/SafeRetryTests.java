package orderly.gateway;

import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class SafeRetryTests {

	private static final RestClientException REFUSED = new ResourceAccessException("refused", new ConnectException());

	private static final RestClientException NOBODY = new HttpServerErrorException(HttpStatus.SERVICE_UNAVAILABLE);

	private static final RestClientException RESET = new ResourceAccessException("reset", new IOException());

	@Test
	void knowsThatNothingWasDoneWhereNobodyWasReached() {
		assertThat(failureAfter(REFUSED, REFUSED, REFUSED)).isEqualTo(Failure.UNREACHABLE);
		assertThat(failureAfter(REFUSED, NOBODY, NOBODY)).isEqualTo(Failure.UNREACHABLE);
	}

	@Test
	void doesNotSayThatNothingWasDoneWhereAnEarlierAttemptMayHave() {
		assertThat(failureAfter(RESET, REFUSED, REFUSED)).isEqualTo(Failure.BROKEN);
		assertThat(failureAfter(REFUSED, RESET, NOBODY)).isEqualTo(Failure.BROKEN);
		assertThat(failureAfter(ServerResponse.status(502).build(), REFUSED, NOBODY)).isEqualTo(Failure.BROKEN);
	}

	private static Failure failureAfter(Object... outcomes) {
		Queue<Object> left = new ArrayDeque<>(List.of(outcomes));
		ServerRequest request = ServerRequest.create(new MockHttpServletRequest("GET", "/"), List.of());
		Throwable failure = catchThrowable(() -> new SafeRetry(outcomes.length).filter(request, (_) -> {
			switch (left.remove()) {
				case ServerResponse answer -> {
					return answer;
				}
				case RestClientException exception -> throw exception;
				default -> throw new IllegalArgumentException();
			}
		}));
		assertThat(left).isEmpty();
		return Failure.of(failure);
	}

}
