package orderly.gateway;

import java.time.Duration;

import orderly.gateway.Http.Answer;
import orderly.test.upstream.Behaviour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EdgeDeadlineTests extends Edged {

	@ParameterizedTest
	@CsvSource({ "30000, 29000, 30000", "5001, 4001, 5001", "2000, 1, 2000" })
	void isTheClientsOwnWhereItNamesOne(String named, int least, int most) {
		UPSTREAM.that(Behaviour.ANSWERS);
		assertThat(http().get("/api/v1/products", "Request-Timeout", named).status()).isEqualTo(200);
		assertLeft(least, most);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "30001", "99999999999999999999", "1.5", "5s", "", "1, 2" })
	void isTheRoutesWhereTheClientsIsNone(String named) {
		UPSTREAM.that(Behaviour.ANSWERS);
		assertThat(http().get("/api/v1/products", "Request-Timeout", named).status()).isEqualTo(200);
		assertLeft(4000, 5000);
	}

	@Test
	void isTheRoutesWhereTheClientNamesNone() {
		UPSTREAM.that(Behaviour.ANSWERS);
		http().get("/api/v1/products");
		assertLeft(4000, 5000);
	}

	@Test
	void endsTheRequestWhenItIsShorterThanTheRoutes() {
		UPSTREAM.that(Behaviour.SILENT);
		assertEnds("300", 300, 1900);
	}

	@Test
	void endsTheRequestWhenItIsLongerThanTheRoutes() {
		UPSTREAM.that(Behaviour.SILENT);
		assertEnds("2500", 2500, 10_000);
	}

	private void assertEnds(String named, int least, int most) {
		long start = System.nanoTime();
		Answer answer = http().get("/api/brief", "Request-Timeout", named);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(least),
				Duration.ofMillis(most));
		Problems.assertOwn(answer, 504, "timeout");
	}

	private static void assertLeft(int least, int most) {
		assertThat(UPSTREAM.header("Request-Timeout")).singleElement()
			.extracting(Integer::parseInt)
			.satisfies((left) -> assertThat(left).isBetween(least, most));
	}

}
