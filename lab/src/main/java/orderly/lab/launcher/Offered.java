package orderly.lab.launcher;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who offers which version of the API of order-service, the one service that has several.
 *
 * @param instances how many offer a version, by version, as the registry knows them;
 * empty when it cannot tell
 */
record Offered(SortedMap<String, Integer> instances) {

	static final Offered UNKNOWN = new Offered(new TreeMap<>());

	private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

	static Offered of(RunState state) {
		return state.answering("registry")
			.flatMap((registry) -> Http.json(registry + "/eureka/apps/ORDER-SERVICE"))
			.filter((answer) -> answer.statusCode() == 200)
			.map((answer) -> of(JsonMapper.shared().readTree(answer.body())))
			.orElse(UNKNOWN);
	}

	private static Offered of(JsonNode registered) {
		List<String> offers = registered.at("/application/instance")
			.valueStream()
			.filter((instance) -> instance.path("status").asString("").equals("UP"))
			.flatMap((instance) -> COMMA.splitAsStream(instance.at("/metadata/api-versions").asString("")))
			.toList();
		SortedMap<String, Integer> counts = new TreeMap<>();
		Serve.ALL.forEach((version) -> counts.put(version, (int) offers.stream().filter(version::equals).count()));
		return new Offered(counts);
	}

	/**
	 * {@return the versions that nobody offers while others are offered}
	 */
	List<String> missing() {
		List<String> missing = this.instances.entrySet()
			.stream()
			.filter((version) -> version.getValue() == 0)
			.map(Map.Entry::getKey)
			.toList();
		return (missing.size() < this.instances.size()) ? missing : List.of();
	}

}
