package orderly.lab.experiments.breaker;

import java.net.URI;
import java.time.Duration;

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
		URI metrics = this.lab.process().apply(this.process).resolve("/actuator/prometheus");
		return this.lab.http()
			.text(metrics, "text/plain")
			.lines()
			.filter(line -> line.startsWith("http_server_requests_seconds_count{"))
			.filter(line -> line.contains("uri=\"" + this.path + "\""))
			.mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

	/** Those that had arrived: what hangs is answered within some seconds. */
	double settled() {
		return new Patience(Duration.ofSeconds(15), Duration.ofMillis(2_500)).untilSteady(this::now);
	}

}
