package orderly.lab.experiments.balancing;

import java.util.List;
import java.util.Map;

import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoadBalancingTests {

	private static final Finding FAIR = LoadBalancing.fairShare(6.9);

	private final LoadBalancing experiment = new LoadBalancing();

	@Test
	void holdsWhereTheSlowOneGetsFewCallsAndMostAreFourTimesFaster() {
		assertThat(this.experiment.verdict(phase(212), phase(53, FAIR))).isInstanceOf(Verdict.Holds.class);
	}

	@Test
	void isRefutedWhereTheSlowOneGetsMore() {
		assertThat(LoadBalancing.fairShare(7).held()).isTrue();
		assertThat(LoadBalancing.fairShare(7.1).held()).isFalse();
		assertThat(LoadBalancing.fairShare(Double.NaN).held()).as("nobody answered").isFalse();
		assertThat(this.experiment.verdict(phase(212), phase(53, LoadBalancing.fairShare(33))))
			.isInstanceOf(Verdict.Refuted.class);
	}

	@Test
	void isRefutedWhereClientsWaitLongerThanAQuarter() {
		assertThat(this.experiment.verdict(phase(211), phase(53, FAIR))).isInstanceOf(Verdict.Refuted.class);
		assertThat(this.experiment.verdict(new Measured(Map.of(), List.of(), List.of()), phase(53, FAIR)))
			.isInstanceOf(Verdict.Refuted.class);
	}

	@Test
	void judgesTheRunWithoutThePolicyByTheShareAlone() {
		assertThat(this.experiment.verdict(Measured.NOTHING, phase(212, LoadBalancing.fairShare(33.3))))
			.isInstanceOf(Verdict.Refuted.class);
		assertThat(this.experiment.verdict(Measured.NOTHING, phase(53, FAIR))).isInstanceOf(Verdict.Holds.class);
	}

	private static Measured phase(double p90, Finding... findings) {
		return new Measured(Map.of("p90-ms", p90), List.of(findings), List.of());
	}

}
