package orderly.lab.launcher;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a log in ECS JSON.
 *
 * @param at when it was written
 * @param service the process that wrote it
 * @param text the rest, readable
 */
record LogLine(Instant at, String service, String text) {

	private static final JsonMapper JSON = JsonMapper.shared();

	static Optional<LogLine> parse(String service, String line) {
		try {
			JsonNode node = JSON.readTree(line);
			Instant at = Instant.parse(node.path("@timestamp").asString(""));
			String level = node.at("/log/level").asString(node.path("log.level").asString("?"));
			return Optional
				.of(new LogLine(at, service, level + " " + node.path("message").asString("") + trouble(node)));
		}
		catch (JacksonException | java.time.format.DateTimeParseException ex) {
			return Optional.empty(); // cut short by a kill
		}
	}

	String readable() {
		LocalTime time = LocalTime.ofInstant(this.at, ZoneId.systemDefault());
		return "%tT.%<tL %-18s %s".formatted(time, this.service, this.text);
	}

	private static String trouble(JsonNode node) {
		String trace = node.at("/error/stack_trace").asString(node.path("error.stack_trace").asString(""));
		return trace.isEmpty() ? "" : System.lineSeparator() + trace.stripTrailing();
	}

}
