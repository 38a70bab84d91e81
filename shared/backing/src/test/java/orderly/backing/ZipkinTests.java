package orderly.backing;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ZipkinTests {

	@TempDir
	private Path folder;

	@Test
	void answersQueriesUntilItIsStopped() throws Exception {
		Zipkin zipkin = Zipkin.start(this.folder.resolve("zipkin.log"), Ports.free());
		try (zipkin; HttpClient client = HttpClient.newHttpClient()) {
			HttpRequest services = HttpRequest.newBuilder(zipkin.url().resolve("/api/v2/services")).build();
			assertThat(client.send(services, BodyHandlers.ofString()).body()).isEqualTo("[]");
		}
		assertThat(zipkin.isAlive()).isFalse();
	}

}
