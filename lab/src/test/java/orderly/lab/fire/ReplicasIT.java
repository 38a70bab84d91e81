package orderly.lab.fire;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import orderly.lab.client.Answer;
import orderly.lab.client.UnreachableException;
import orderly.lab.experiments.Driver;
import orderly.lab.experiments.Patience;
import orderly.lab.fire.SystemUnderFire.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(SystemUnderFire.class)
class ReplicasIT {

	/** Longer than the pauses for which a failed instance is passed over, 2 to 8 s. */
	private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60), Duration.ofMillis(200));

	/** Within which a new instance serves, from when it is ready. */
	private static final Patience SOON = new Patience(Duration.ofSeconds(2), Duration.ofMillis(10));

	/**
	 * Of three idle instances each call takes one at random: that one of them is not seen
	 * in so many calls happens once in a hundred thousand rounds.
	 */
	private static final int CALLS = 30;

	@Test
	void theOthersServeWhileOneIsPausedAndWhileOneIsDead(Running system) throws InterruptedException {
		Driver driver = system.driver();
		Supplier<Set<String>> round = () -> round(system);
		driver.scale("inventory-service", 3);
		try {
			assertThat(round.get()).containsExactlyInAnyOrder("instance=1", "instance=2", "instance=3");
			driver.pause("inventory-service#2");
			assertThat(PATIENCE.until(round, Set.of("instance=1", "instance=3")::equals))
				.containsExactlyInAnyOrder("instance=1", "instance=3");
			driver.policy("tracing", false);
			driver.resume("inventory-service#2");
			assertThat(driver.instances("inventory-service")).allMatch((each) -> isOff("tracing", each, system),
					"knows what was switched while it was paused");
			driver.policy("tracing", true);
			assertThat(PATIENCE.until(round, (seen) -> seen.size() == 3 && seen.contains("instance=2")))
				.containsExactlyInAnyOrder("instance=1", "instance=2", "instance=3");
			driver.kill("inventory-service#3");
			assertThat(round.get()).as("no call fails").containsExactlyInAnyOrder("instance=1", "instance=2");
			assertThat(driver.instances("inventory-service")).containsExactly("inventory-service",
					"inventory-service#2");
			servesSoonAfterItIsReady("inventory-service#3", system);
		}
		finally {
			driver.scale("inventory-service", 1);
		}
		assertThat(round.get()).containsExactly("instance=1");
	}

	/** The caches between a new instance and its callers are refreshed each second. */
	private static void servesSoonAfterItIsReady(String process, Running system) throws InterruptedException {
		URI readiness = system.url(process).resolve("/actuator/health/readiness");
		Thread start = Thread.startVirtualThread(() -> system.driver().start(process));
		assertThat(PATIENCE.until(() -> isReady(readiness, system), Boolean::booleanValue)).isTrue();
		assertThat(SOON.until(() -> askedOnce(system), "instance=3"::equals)).isEqualTo("instance=3");
		assertThat(start.join(PATIENCE.longest())).isTrue();
	}

	private static boolean isReady(URI readiness, Running system) {
		try {
			return system.http().get(readiness).ok();
		}
		catch (UnreachableException ex) {
			return false;
		}
	}

	private static boolean isOff(String policy, String process, Running system) {
		return system.http()
			.get(system.url(process).resolve("/actuator/policies"))
			.body()
			.at("/policies/" + policy)
			.asString("")
			.equals("off");
	}

	/** Who answered through the gateway, and each failure as it came. */
	private static Set<String> round(Running system) {
		return IntStream.range(0, CALLS).mapToObj((_) -> askedOnce(system)).collect(Collectors.toSet());
	}

	private static String askedOnce(Running system) {
		Answer answer = system.http().get(system.url("gateway").resolve("/api/v1/stock/TEA-001"));
		String by = String.valueOf(answer.servedBy());
		return answer.ok() ? by.substring(by.lastIndexOf(';') + 1) : answer.sentence();
	}

}
