package orderly.lab.fire;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import orderly.lab.client.Basket;
import orderly.lab.fire.SystemUnderFire.Running;
import orderly.lab.observability.Dashboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A panel that shows nothing looks like peace. */
@ExtendWith(SystemUnderFire.class)
class DashboardIT {

	private static final List<String> SCRAPED = List.of("gateway", "order-service", "inventory-service",
			"payment-service");

	@Test
	void everyMetricOfTheDashboardIsMeasured(Running system) {
		system.gateway().place(Basket.of("COF-002", 1));
		Set<String> shown = Dashboard.read().metrics();
		await().atMost(30, SECONDS).untilAsserted(() -> assertThat(measured(system)).containsAll(shown));
	}

	/** The names of all metrics that have a value. */
	private static Set<String> measured(Running system) {
		Set<String> names = new TreeSet<>();
		for (String process : SCRAPED) {
			String metrics = system.http().text(system.url(process).resolve("/actuator/prometheus"), "text/plain");
			metrics.lines()
				.filter((line) -> !line.endsWith(" NaN"))
				.map((line) -> line.replaceFirst("[{ ].*", ""))
				.forEach(names::add);
		}
		return names;
	}

}
