package orderly.balancing;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.cloud.client.ServiceInstance;

import static org.assertj.core.api.Assertions.assertThat;

class StandingTests {

	private final Bench bench = new Bench();

	private final List<ServiceInstance> three = Bench.instances(3);

	private final ServiceInstance first = this.three.getFirst();

	private final Balancer balancer = this.bench.balancer(this.three, List::getFirst);

	@Test
	void ofAFailedInstanceIsMendedByTime() {
		assertThat(Bench.choose(this.balancer)).isEqualTo(this.first);
		fail(this.first);
		assertThat(Bench.choose(this.balancer)).isNotEqualTo(this.first);
		pass(Duration.ofMillis(1999));
		assertThat(Bench.choose(this.balancer)).isNotEqualTo(this.first);
		pass(Duration.ofMillis(1));
		assertThat(Bench.choose(this.balancer)).isEqualTo(this.first);
	}

	@Test
	void isLostForLongerWithEachFailureInARow() {
		for (int seconds : new int[] { 2, 4, 8, 8, 8 }) {
			fail(this.first);
			pass(Duration.ofSeconds(seconds).minusMillis(1));
			assertThat(this.bench.called.at(this.first).isTrusted()).isFalse();
			pass(Duration.ofMillis(1));
			assertThat(this.bench.called.at(this.first).isTrusted()).isTrue();
		}
	}

	@Test
	void isGoodAgainAfterASuccess() {
		fail(this.first);
		pass(Duration.ofSeconds(2));
		this.bench.called.at(this.first).call().end();
		fail(this.first);
		pass(Duration.ofSeconds(2));
		assertThat(this.bench.called.at(this.first).isTrusted()).isTrue();
	}

	@Test
	void countsCallsThatFailTogetherOnce() {
		for (int call = 0; call < 50; call++) {
			fail(this.first);
		}
		assertThat(ejections(this.first)).isOne();
		pass(Duration.ofSeconds(2));
		assertThat(this.bench.called.at(this.first).isTrusted()).isTrue();
	}

	@Test
	void doesNotMatterWhenNoOtherIsLeft() {
		this.three.forEach(this::fail);
		assertThat(Bench.choose(this.balancer)).isEqualTo(this.first);
	}

	@Test
	void doesNotMakeAnAttemptGoBackToOneThatWasTried() {
		this.three.subList(1, 3).forEach(this::fail);
		ServiceInstance second = Attempts.eachOnAnother(() -> {
			assertThat(Bench.choose(this.balancer)).isEqualTo(this.first);
			return Bench.choose(this.balancer);
		});
		assertThat(second).isNotEqualTo(this.first);
	}

	private void fail(ServiceInstance instance) {
		CountedCall call = this.bench.called.at(instance).call();
		call.fail();
		call.end();
	}

	private double ejections(ServiceInstance instance) {
		return this.bench.meters.get("orderly.balancing.ejections")
			.tags(InstanceName.of(instance).tags())
			.counter()
			.count();
	}

	private void pass(Duration time) {
		this.bench.now = this.bench.now.plus(time);
	}

}
