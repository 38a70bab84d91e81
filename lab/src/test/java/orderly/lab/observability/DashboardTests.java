package orderly.lab.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import orderly.test.deployment.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Needs promtool, which comes with Prometheus. */
class DashboardTests {

	private final Dashboard dashboard = Dashboard.read();

	@Test
	void prometheusTakesItsConfiguration() {
		assertThat(Tool.run("promtool", "check", "config", Dashboard.FOLDER.resolve("prometheus.yml").toString()))
			.contains("SUCCESS");
	}

	@Test
	void prometheusUnderstandsEveryQueryOfTheDashboard(@TempDir Path folder) throws IOException {
		assertThat(check(this.dashboard.queries(), folder)).contains(this.dashboard.queries().size() + " rules found");
	}

	@Test
	void noticesAQueryThatIsWrong(@TempDir Path folder) {
		Tool.run("promtool", "--version"); // skipped here, where there is none
		assertThatIllegalStateException().isThrownBy(() -> check(List.of("sum by (rate(up{}))"), folder));
	}

	@Test
	void showsWhatTheChaptersSpeakOf() {
		assertThat(this.dashboard.metrics()).contains("http_server_requests_seconds_count",
				"http_server_requests_seconds_bucket", "http_client_requests_seconds_count",
				"orderly_balancing_in_flight", "orderly_outbox_age_seconds", "orderly_consumer_lag",
				"orderly_dead_letters");
	}

	/** As rules, which promtool checks without a server. */
	private static String check(List<String> queries, Path folder) throws IOException {
		String rules = queries.stream()
			.map((query) -> query.replace("$__rate_interval", "1m"))
			.map((query) -> "  - record: query%n    expr: >-%n      %s%n".formatted(query))
			.collect(Collectors.joining());
		Path file = Files.writeString(folder.resolve("rules.yml"), "groups:\n- name: dashboard\n  rules:\n" + rules);
		return Tool.run("promtool", "check", "rules", "--lint=none", file.toString());
	}

}
