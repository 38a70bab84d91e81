package orderly.lab.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import orderly.test.deployment.Manifests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one dashboard that Grafana is provisioned with. */
public record Dashboard(JsonNode json) {

	public static final Path FOLDER = Manifests.root().resolve("compose/observability");

	// in the dashboard's queries every metric is followed by its selector
	private static final Pattern METRIC = Pattern.compile("(\\w+)\\{");

	public static Dashboard read() {
		try {
			return new Dashboard(
					JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("grafana/dashboards/orderly.json"))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The PromQL of all panels. */
	List<String> queries() {
		return this.json.path("panels")
			.valueStream()
			.flatMap((panel) -> panel.path("targets").valueStream())
			.map((target) -> target.path("expr").asString())
			.toList();
	}

	/** The names of all metrics that it shows. */
	public Set<String> metrics() {
		return queries().stream()
			.flatMap((query) -> METRIC.matcher(query).results())
			.map((found) -> found.group(1))
			.collect(Collectors.toSet());
	}

}
