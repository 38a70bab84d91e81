package orderly.lab.experiments.subscribers;

import orderly.lab.experiments.Lab;
import orderly.lab.experiments.NotMeasuredException;

/** order-service, which must not notice. */
class Sender {

	private final Lab lab;

	Sender(Lab lab) {
		this.lab = lab;
	}

	/**
	 * When its process started, in seconds since 1970: another process has another time.
	 */
	double startTime() {
		return this.lab.http()
			.text(this.lab.process().apply("order-service").resolve("/actuator/prometheus"), "text/plain")
			.lines()
			.filter(line -> line.startsWith("process_start_time_seconds"))
			.mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.findFirst()
			.orElseThrow(() -> new NotMeasuredException("order-service does not say when it started."));
	}

}
