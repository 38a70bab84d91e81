package orderly.lab.experiments.books;

import java.time.Duration;
import java.util.List;

import orderly.lab.client.Order;
import orderly.lab.client.RefusedException;
import orderly.lab.client.StubServer;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.StubLab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An edge that leaves somebody alone for a moment is no reason to give up measuring. */
class OutageOfTheEdgeTests {

	private static final String DEGRADED = "{\"type\":\"/problems/degraded\"}";

	private static final String ORDER = """
			{"id":"1","status":"CONFIRMED","checkout":"async","lines":[],"totalMinor":1,"currency":"EUR",
			 "placedAt":"2026-11-24T13:00:00Z","updatedAt":"2026-11-24T13:00:01Z"}""";

	private final StubServer stub = new StubServer();

	private final Lab lab = StubLab.over(this.stub);

	@AfterEach
	void stop() {
		this.stub.close();
	}

	@Test
	void isWaitedOutForTheEndOfAnOrder() {
		this.stub.on("GET /api/v1/orders/1", 503, DEGRADED).on("GET /api/v1/orders/1", 200, ORDER);
		assertThat(Endings.await(this.lab, List.of("1", "1"), Duration.ofSeconds(30)).orders()).hasSize(1)
			.allMatch(Order::confirmed);
	}

	@Test
	void isNoEndWhenItLasts() {
		this.stub.on("GET /api/v1/orders/1", 503, DEGRADED);
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> Endings.await(this.lab, List.of("1"), Duration.ZERO));
	}

	@Test
	void isWaitedOutBeforeAnythingIsMeasured() {
		this.stub.on("GET /api/v1/orders?limit=100", 503, DEGRADED)
			.on("GET /api/v1/orders?limit=100", 200, "{\"items\":[]}")
			.on("GET /api/v1/stock", 200, "{\"items\":[]}");
		assertThatCode(() -> Quiet.await(this.lab)).doesNotThrowAnyException();
		assertThat(this.stub.seen()).hasSize(3);
	}

}
