package orderly.lab.experiments.subscribers;

import orderly.lab.client.Metrics;
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
		return Metrics.of(this.lab.http(), this.lab.process().apply("order-service"))
			.sum("process_start_time_seconds")
			.orElseThrow(() -> new NotMeasuredException("order-service does not say when it started."));
	}

}
