package orderly.lab.experiments.leveling;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SteadinessTests {

	@Test
	void anEvenWorkHasNoSpread() {
		Steadiness work = Steadiness.of(done(60, second -> 50 * second));
		assertThat(work.perSecond()).isCloseTo(50, within(0.1));
		assertThat(work.spread()).isLessThan(0.01);
	}

	@Test
	void aWorkThatFollowsTheBurstHasMoreThanAllowed() {
		assertThat(Steadiness.of(done(60, second -> Math.min(100 * second, 400 + 20 * second))).spread())
			.isGreaterThan(Burst.MOST_SPREAD);
	}

	@Test
	void aWorkThatStandsStillForAWhileHasMoreThanAllowed() {
		assertThat(Steadiness.of(done(60, second -> 50 * (Math.min(second, 20) + Math.max(0, second - 40)))).spread())
			.isGreaterThan(Burst.MOST_SPREAD);
	}

	@Test
	void tooLittleIsNoMeasure() {
		assertThat(Steadiness.of(new TreeMap<>()).spread()).isNaN();
		assertThat(Steadiness.of(done(60, _ -> 0)).spread()).isNaN();
		assertThat(Steadiness.of(done(4, second -> 50 * second)).spread()).isNaN();
	}

	/** Read twice a second, of a service that had done something before. */
	private static SortedMap<Double, Double> done(int seconds, DoubleUnaryOperator count) {
		SortedMap<Double, Double> done = new TreeMap<>();
		IntStream.rangeClosed(0, 2 * seconds)
			.mapToDouble(half -> half / 2.0)
			.forEach(second -> done.put(second, 1_000 + count.applyAsDouble(second)));
		return done;
	}

}
