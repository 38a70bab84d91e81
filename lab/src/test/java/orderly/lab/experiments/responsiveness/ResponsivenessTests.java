package orderly.lab.experiments.responsiveness;

import java.util.List;
import java.util.Map;

import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResponsivenessTests {

	private static final Measured UNTOUCHED = measured(60, 110, 300, 9_000, 1);

	private static final Measured SYNC = measured(90, 2_100, 2_400, 2_100, 1);

	private final Responsiveness experiment = new Responsiveness();

	@Test
	void holdsWhereOnlyTheSynchronousCustomerWaits() {
		assertThat(this.experiment.verdict(SYNC, UNTOUCHED)).isInstanceOf(Verdict.Holds.class);
		assertThat(this.experiment.verdict(measured(90, 150, 300, 150, 0.2), UNTOUCHED))
			.isInstanceOf(Verdict.Holds.class);
	}

	@Test
	void isRefutedWhereTheCustomerWaitsForTheSlowService() {
		assertThat(this.experiment.verdict(Measured.NOTHING, SYNC)).isInstanceOf(Verdict.Refuted.class);
		assertThat(this.experiment.verdict(SYNC, measured(60, 130, 300, 9_000, 1))).isInstanceOf(Verdict.Refuted.class);
		assertThat(this.experiment.verdict(SYNC, measured(60, 60, 1_200, 9_000, 1)))
			.isInstanceOf(Verdict.Refuted.class);
	}

	@Test
	void isRefutedWhereTheFaultWasNone() {
		assertThat(this.experiment.verdict(SYNC, measured(60, 60, 300, 400, 1))).isInstanceOf(Verdict.Refuted.class);
		assertThat(this.experiment.verdict(measured(90, 100, 300, 100, 1), UNTOUCHED))
			.isInstanceOf(Verdict.Refuted.class);
	}

	private static Measured measured(double healthy, double slow, double tail, double ended, double share) {
		return new Measured(Map.of("healthy-accepted-median-ms", healthy, "slow-accepted-median-ms", slow,
				"slow-accepted-p95-ms", tail, "slow-ended-median-ms", ended, "slow-confirmed-share", share), List.of(),
				List.of());
	}

}
