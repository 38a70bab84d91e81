package orderly.lab.fire;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import orderly.lab.fire.SystemUnderFire.Running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The messages that services gave up, as their gauges say. */
final class DeadLetters {

	private static final List<String> SERVICES = List.of("order-service", "inventory-service", "payment-service");

	// the services count them every 5 s
	private static final Duration COUNTED = Duration.ofSeconds(6);

	private DeadLetters() {
	}

	/** None now, and none after the services have counted again. */
	static void assertNone(Running system) {
		await().during(COUNTED)
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(
					() -> assertThat(SERVICES).allSatisfy((service) -> assertThat(gauges(system, service)).hasSize(2)
						.allMatch((line) -> line.endsWith(" 0.0"))));
	}

	private static Stream<String> gauges(Running system, String service) {
		return system.http()
			.text(system.url(service).resolve("/actuator/prometheus"), "text/plain")
			.lines()
			.filter((line) -> line.matches("orderly_(outbox_)?dead_letters\\{.*"));
	}

}
