package orderly.lab.experiments.leveling;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SteadinessTests {

	@Test
	void anEvenWorkHasNoSpread() {
		Steadiness work = Steadiness.of(every(0.1, 400, 0));
		assertThat(work.perSecond()).isCloseTo(10, within(0.5));
		assertThat(work.spread()).isLessThan(0.05);
	}

	@Test
	void aWorkThatFollowsTheBurstHasMoreThanAllowed() {
		List<Double> burstThenTrickle = Stream.concat(every(0.01, 400, 0).stream(), every(0.2, 200, 4).stream())
			.toList();
		assertThat(Steadiness.of(burstThenTrickle).spread()).isGreaterThan(0.35);
	}

	@Test
	void aWorkThatStandsStillForAWhileHasMoreThanAllowed() {
		List<Double> stalled = Stream.concat(every(0.05, 200, 0).stream(), every(0.05, 200, 30).stream()).toList();
		assertThat(Steadiness.of(stalled).spread()).isGreaterThan(0.35);
	}

	@Test
	void tooLittleIsNoMeasure() {
		assertThat(Steadiness.of(List.of()).spread()).isNaN();
		assertThat(Steadiness.of(every(0.01, 100, 0)).spread()).isNaN();
	}

	private static List<Double> every(double seconds, int count, double from) {
		return IntStream.range(0, count).mapToObj(n -> from + n * seconds).toList();
	}

}
