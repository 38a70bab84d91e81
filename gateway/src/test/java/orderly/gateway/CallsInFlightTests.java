package orderly.gateway;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import orderly.test.upstream.Behaviour;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class CallsInFlightTests extends Edged {

	private static final Behaviour NEVER_ENDS = (connection, out) -> {
		out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
			.getBytes(StandardCharsets.US_ASCII));
		while (true) {
			out.write(new byte[1000]);
		}
	};

	@Autowired
	private MeterRegistry meters;

	private double blamedBefore;

	@BeforeEach
	void count() {
		this.blamedBefore = blamed();
	}

	@AfterEach
	void blameNobody() {
		assertThat(blamed()).isEqualTo(this.blamedBefore);
	}

	/** Tests before this one share the process, and may have blamed somebody. */
	private double blamed() {
		return this.meters.find("orderly.balancing.ejections").counters().stream().mapToDouble(Counter::count).sum();
	}

	@Test
	void endWithTheAnswerWhenTheClientHasHungUpBefore() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		UPSTREAM.that((connection, out) -> {
			release.await();
			Behaviour.ANSWERS.answer(connection, out);
		});
		try (Socket _ = client("GET /api/v1/products HTTP/1.1\r\nHost: edge\r\n\r\n")) {
			await(1);
		}
		release.countDown();
		await(0);
	}

	@Test
	void endWhenTheClientHangsUpInTheMiddleOfTheAnswer() throws Exception {
		UPSTREAM.that(NEVER_ENDS);
		try (Socket client = client("GET /api/v1/products HTTP/1.1\r\nHost: edge\r\n\r\n")) {
			client.getInputStream().readNBytes(100);
			await(1);
		}
		await(0);
	}

	@Test
	void endWhenTheClientHangsUpInTheMiddleOfItsRequest() throws Exception {
		UPSTREAM.that(Behaviour.ANSWERS);
		http().get("/api/v1/products");
		int before = UPSTREAM.arrivals().size();
		try (Socket client = client("POST /api/v1/orders HTTP/1.1\r\nHost: edge\r\nContent-Type: application/json\r\n"
				+ "Content-Length: 1000\r\n\r\n{")) {
			client.shutdownOutput();
			client.getInputStream().readAllBytes();
		}
		await(0);
		assertThat(UPSTREAM.arrivals()).hasSize(before);
	}

	private Socket client(String request) throws IOException {
		Socket client = new Socket("127.0.0.1", this.port);
		client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
		return client;
	}

	private void await(int inFlight) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.ignoreExceptions()
			.until(() -> this.meters.get("orderly.balancing.in-flight")
				.gauges()
				.stream()
				.allMatch((gauge) -> gauge.value() == inFlight));
	}

}
