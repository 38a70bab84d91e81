package orderly.lab.launcher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the running processes say at one of their actuator endpoints. */
final class Actuators {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final List<Part> PARTS = new Topology(0).all();

	private Actuators() {
	}

	/**
	 * {@return the answers by process, of those that have this endpoint}
	 */
	static Map<String, JsonNode> ask(RunState state, String endpoint) {
		Map<String, JsonNode> answers = new LinkedHashMap<>();
		state.processes()
			.stream()
			.filter((child) -> Part.named(child.name(), PARTS).isOurs())
			.filter(RunState.Child::answers)
			.forEach((child) -> Http.get(state.url(child.name()) + "/actuator/" + endpoint)
				.filter((answer) -> answer.statusCode() == 200)
				.ifPresent((answer) -> answers.put(child.name(), JSON.readTree(answer.body()))));
		return answers;
	}

}
