package orderly.lab.experiments.duplicates;

import java.util.List;
import java.util.Map;

import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DuplicatesTests {

	private static final Measured GOOD = new Measured(Map.of(), List.of(new Finding("one effect", true, "")),
			List.of());

	private final Duplicates experiment = new Duplicates();

	@Test
	void holdsWhereThePatternsHelpAndTheirAbsenceHurts() {
		assertThat(this.experiment.verdict(broken(24, 10), GOOD)).isInstanceOf(Verdict.Holds.class);
	}

	@Test
	void isRefutedWhereNothingGoesWrongWithoutThePatterns() {
		assertThat(this.experiment.verdict(broken(0, 10), GOOD)).isInstanceOf(Verdict.Refuted.class);
		assertThat(this.experiment.verdict(broken(24, 0), GOOD)).isInstanceOf(Verdict.Refuted.class);
		assertThat(this.experiment.verdict(new Measured(Map.of(), List.of(), List.of()), GOOD))
			.isInstanceOf(Verdict.Refuted.class);
	}

	@Test
	void judgesTheRunWithoutAPatternByItself() {
		Measured bad = new Measured(Map.of(), List.of(new Finding("one effect", false, "two")), List.of());
		assertThat(this.experiment.verdict(Measured.NOTHING, GOOD)).isInstanceOf(Verdict.Holds.class);
		assertThat(this.experiment.verdict(Measured.NOTHING, bad)).isInstanceOf(Verdict.Refuted.class);
	}

	private static Measured broken(int doubleMails, int lost) {
		return new Measured(Map.of("said-again-double-mails", doubleMails, "lost-messages", lost), List.of(),
				List.of());
	}

}
