package orderly.lab.experiments.versioning;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import orderly.lab.client.Basket;
import orderly.lab.client.Http;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.NotMeasuredException;
import orderly.lab.load.Call;

/** The edge as clients of several versions see it. */
class Edge {

	static final String SKU = "ACC-001";

	// one order in four calls: reads are what most calls are
	private static final int READS_PER_ORDER = 3;

	private final HttpClient client = HttpClient.newHttpClient();

	private final Http http;

	private final URI base;

	Edge(Lab lab) {
		this.http = lab.http();
		this.base = lab.gateway().at("");
	}

	/** Calls in one version: orders under keys, and the list of orders. */
	Call workIn(int version) {
		URI orders = this.base.resolve("/api/v%d/orders".formatted(version));
		AtomicInteger count = new AtomicInteger();
		return new Call(orders,
				() -> (count.getAndIncrement() % (READS_PER_ORDER + 1) == 0)
						? this.http.post(orders, Basket.of(SKU, 1).body(),
								Map.of("Idempotency-Key", UUID.randomUUID().toString()))
						: this.http.get(URI.create(orders + "?limit=5")));
	}

	/** Reads alone, so that a version that is withdrawn leaves nothing half done. */
	Call readsIn(int version) {
		URI orders = this.base.resolve("/api/v%d/orders?limit=5".formatted(version));
		return new Call(orders, () -> this.http.get(orders));
	}

	/** An answer with all its headers. */
	HttpResponse<String> ask(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path)).timeout(Duration.ofSeconds(10));
		try {
			return this.client.send(((headers.length > 0) ? request.headers(headers) : request).build(),
					BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new NotMeasuredException("Nothing answers at %s: %s".formatted(base, ex));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NotMeasuredException("It was interrupted.");
		}
	}

}
