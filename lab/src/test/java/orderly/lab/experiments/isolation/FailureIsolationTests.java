package orderly.lab.experiments.isolation;

import java.util.List;
import java.util.Map;

import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureIsolationTests {

	private final FailureIsolation experiment = new FailureIsolation();

	@Test
	void holdsWhereTheSynchronousCheckoutLosesOrdersAndTheQueueNone() {
		assertThat(this.experiment.verdict(sync(0.4), on(1, 1))).isInstanceOf(Verdict.Holds.class);
	}

	@Test
	void isRefutedWhereFewerAreConfirmedThanWithoutTheFault() {
		assertThat(this.experiment.verdict(sync(0.4), on(1, 0.99))).isInstanceOf(Verdict.Refuted.class);
		assertThat(this.experiment.verdict(Measured.NOTHING, on(1, 0.4))).isInstanceOf(Verdict.Refuted.class);
	}

	@Test
	void isRefutedWhereTheSynchronousCheckoutLosesNothingOrNobodyKnows() {
		assertThat(this.experiment.verdict(sync(0.95), on(1, 1))).isInstanceOf(Verdict.Refuted.class);
		assertThat(this.experiment.verdict(sync(Double.NaN), on(1, 1))).isInstanceOf(Verdict.Refuted.class);
		assertThat(this.experiment.verdict(sync(0.4), on(Double.NaN, Double.NaN))).isInstanceOf(Verdict.Refuted.class);
	}

	private static Measured on(double usual, double share) {
		Notebook notebook = new Notebook(_ -> {
		});
		FailureIsolation.judge("payment-service", usual, share, notebook);
		return notebook.close();
	}

	private static Measured sync(double share) {
		return new Measured(Map.of("confirmed-share", share), List.<Finding>of(), List.of());
	}

}
