package orderly.lab.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * What goes wrong on request.
 *
 * @param faults of all processes
 */
record FaultTable(List<Row> faults) {

	static FaultTable of(RunState state) {
		List<Row> rows = new ArrayList<>();
		Actuators.ask(state, "faults")
			.forEach((process, answer) -> answer.path("faults").forEach((fault) -> rows.add(Row.of(process, fault))));
		return new FaultTable(rows);
	}

	/**
	 * {@return those of one process, or of all processes of a service}
	 */
	FaultTable of(String serviceOrProcess) {
		return new FaultTable(
				this.faults.stream().filter((row) -> ProcessName.means(serviceOrProcess, row.process())).toList());
	}

	/**
	 * One fault.
	 *
	 * @param process where it is
	 * @param path the paths concerned, or {@code messages} and what begins so
	 * @param latencyMs the wait before the work, in milliseconds
	 * @param errors the share that is refused, 0 to 1
	 * @param lost the share whose answer is lost, 0 to 1
	 */
	record Row(String process, String path, long latencyMs, double errors, double lost) {

		static Row of(String process, JsonNode fault) {
			return new Row(process, fault.path("path").asString(),
					Duration.parse(fault.path("latency").asString()).toMillis(), fault.path("errors").asDouble(),
					fault.path("lost").asDouble());
		}

		String line() {
			return "  %-20s %-20s latency=%dms errors=%s lost=%s".formatted(this.process, this.path, this.latencyMs,
					this.errors, this.lost);
		}

	}

}
