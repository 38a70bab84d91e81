package orderly.balancing;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.cloud.client.ServiceInstance;

import static org.assertj.core.api.Assertions.assertThat;

class LeastLoadedTests {

	private final Bench bench = new Bench();

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void neverTakesTheMostLoadedOfThree(long seed) {
		List<ServiceInstance> three = Bench.instances(3);
		load(three, 0, 2, 5);
		Map<ServiceInstance, Long> shares = shares(new LeastLoaded(this.bench.called, new Random(seed)), three, 3000);
		// Of the three pairs that can be drawn two hold the idle one, and one the other
		// two.
		assertThat(shares).containsOnlyKeys(three.get(0), three.get(1));
		assertThat(shares.get(three.get(0))).isBetween(1900L, 2100L);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void treatsEqualsEqually(long seed) {
		List<ServiceInstance> five = Bench.instances(5);
		Map<ServiceInstance, Long> shares = shares(new LeastLoaded(this.bench.called, new Random(seed)), five, 5000);
		assertThat(shares.values()).hasSize(5).allMatch((share) -> share > 900 && share < 1100);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void keepsAllNearTheSameLoad(long seed) {
		List<ServiceInstance> ten = Bench.instances(10);
		Choice choice = new LeastLoaded(this.bench.called, new Random(seed));
		IntStream.range(0, 10_000).forEach((_) -> this.bench.called.at(choice.among(ten)).call());
		assertThat(ten).extracting((instance) -> this.bench.called.at(instance).inFlight())
			.allMatch((load) -> load > 990 && load < 1010);
	}

	private void load(List<ServiceInstance> instances, int... calls) {
		for (int i = 0; i < calls.length; i++) {
			for (int call = 0; call < calls[i]; call++) {
				this.bench.called.at(instances.get(i)).call();
			}
		}
	}

	private static Map<ServiceInstance, Long> shares(Choice choice, List<ServiceInstance> instances, int times) {
		return Stream.generate(() -> choice.among(instances))
			.limit(times)
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
	}

}
