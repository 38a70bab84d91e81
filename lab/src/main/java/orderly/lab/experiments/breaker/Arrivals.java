package orderly.lab.experiments.breaker;

import java.time.Duration;
import java.util.Map;

import orderly.lab.client.Metrics;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Patience;

/** Requests to one path of a process, as it counts them itself. */
class Arrivals {

	private final Lab lab;

	private final String process;

	private final String path;

	Arrivals(Lab lab, String process, String path) {
		this.lab = lab;
		this.process = process;
		this.path = path;
	}

	/** Those that are answered, be it to nobody. */
	double now() {
		return Metrics.of(this.lab.http(), this.lab.process().apply(this.process))
			.sum("http_server_requests_seconds_count", Map.of("uri", this.path))
			.orElse(0);
	}

	/** Those that had arrived: what hangs is answered within some seconds. */
	double settled() {
		return new Patience(Duration.ofSeconds(15), Duration.ofMillis(2_500)).untilSteady(this::now);
	}

}
