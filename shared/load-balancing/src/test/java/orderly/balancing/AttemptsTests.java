package orderly.balancing;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.cloud.client.ServiceInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AttemptsTests {

	/** A choice that by itself would always be the same. */
	private static final Choice FIRST = List::getFirst;

	private final Bench bench = new Bench();

	private final List<ServiceInstance> three = Bench.instances(3);

	private final Balancer balancer = this.bench.balancer(this.three, FIRST);

	@Test
	void eachGoToAnotherInstance() {
		assertThat(Attempts.eachOnAnother(() -> chosen(3))).containsExactlyInAnyOrderElementsOf(this.three);
	}

	@Test
	void takeAnyWhenNoOtherIsLeft() {
		assertThat(Attempts.eachOnAnother(() -> chosen(5))).hasSize(5).doesNotContainNull();
	}

	@Test
	void takeTheOnlyOneAgainAndAgain() {
		Balancer alone = this.bench.balancer(this.three.subList(0, 1), FIRST);
		List<ServiceInstance> chosen = Attempts
			.eachOnAnother(() -> Stream.generate(() -> Bench.choose(alone)).limit(3).toList());
		assertThat(chosen).containsOnly(this.three.getFirst()).hasSize(3);
	}

	@Test
	void areForgottenByTheNextCall() {
		assertThat(Attempts.eachOnAnother(() -> chosen(1))).isEqualTo(Attempts.eachOnAnother(() -> chosen(1)));
	}

	@Test
	void areNobodysBusinessOutside() {
		assertThat(chosen(3)).containsOnly(this.three.getFirst());
	}

	@Test
	void ofCallsAtTheSameTimeDoNotDisturbEachOther() throws InterruptedException {
		Set<Integer> distinct = new TreeSet<>();
		Supplier<Integer> call = () -> Set.copyOf(Attempts.eachOnAnother(() -> chosen(3))).size();
		List<Thread> threads = IntStream.range(0, 20).mapToObj((_) -> Thread.ofVirtual().start(() -> {
			synchronized (distinct) {
				distinct.add(call.get());
			}
		})).toList();
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(distinct).containsExactly(3);
	}

	@Test
	void throwWhatTheCallThrows() {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> Attempts.eachOnAnother(() -> {
			throw new IOException("gone");
		})).withMessage("gone");
	}

	private List<ServiceInstance> chosen(int times) {
		return Stream.generate(() -> Bench.choose(this.balancer)).limit(times).toList();
	}

}
