package orderly.test.upstream;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class UpstreamTests {

	private final Upstream upstream = new Upstream();

	@AfterEach
	void stop() {
		this.upstream.close();
	}

	@Test
	void keepsEveryRequestWithItsBodyUntilItIsToldSomethingElse() throws Exception {
		send("tea");
		send("coffee");
		assertThat(this.upstream.arrivals()).hasSize(2)
			.first()
			.asString()
			.startsWith("POST / ")
			.endsWith("\r\n\r\ntea");
		assertThat(this.upstream.header("Drink")).containsExactly("tea", "coffee");
		assertThat(this.upstream.that(Behaviour.ANSWERS).arrivals()).isEmpty();
	}

	@Test
	void doesWhatItIsToldInTurn() throws Exception {
		this.upstream
			.that(Behaviour.inTurn(Behaviour.answers(503), Behaviour.breaksAfter(1, false), Behaviour.ANSWERS));
		assertThat(send("tea").statusCode()).isEqualTo(503);
		assertThatIOException().isThrownBy(() -> send("tea"));
		assertThat(send("tea").body()).isEqualTo("{}");
		assertThat(send("tea").body()).isEqualTo("{}");
	}

	private HttpResponse<String> send(String drink) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(this.upstream.uri())
				.header("Drink", drink)
				.POST(BodyPublishers.ofString(drink))
				.build(), BodyHandlers.ofString());
		}
	}

}
