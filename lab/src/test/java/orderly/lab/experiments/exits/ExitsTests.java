package orderly.lab.experiments.exits;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import orderly.lab.client.Answer;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Verdict;
import orderly.lab.load.Sample;
import orderly.lab.load.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.MissingNode;

import static org.assertj.core.api.Assertions.assertThat;

class ExitsTests {

	@Test
	void holdsWhereNothingFailsWithThePatternAndSomethingWithoutIt() {
		assertThat(new InstanceKilled().verdict(phase(200, 503), judged(200, 200))).isInstanceOf(Verdict.Holds.class);
		assertThat(new RollingRestart().verdict(Measured.NOTHING, judged(200))).isInstanceOf(Verdict.Holds.class);
	}

	@Test
	void isRefutedByOneFailureWithThePattern() {
		assertThat(new InstanceKilled().verdict(phase(200, 503), judged(200, 503))).isInstanceOf(Verdict.Refuted.class);
		assertThat(new InstanceKilled().verdict(phase(200, 503), judged(200, 0))).as("no answer")
			.isInstanceOf(Verdict.Refuted.class);
		assertThat(new RollingRestart().verdict(Measured.NOTHING, judged(200, 502)))
			.isInstanceOf(Verdict.Refuted.class);
	}

	@Test
	void isRefutedWhereNothingFailsWithoutThePattern() {
		assertThat(new InstanceKilled().verdict(phase(200, 200), judged(200))).isInstanceOf(Verdict.Refuted.class);
		assertThat(new RollingRestart().verdict(phase(200), judged(200))).isInstanceOf(Verdict.Refuted.class);
	}

	@Test
	void isRefutedWhereNothingWasCalled() {
		assertThat(new RollingRestart().verdict(Measured.NOTHING, judged())).isInstanceOf(Verdict.Refuted.class);
	}

	@Test
	void countsOrdersWithoutAKeyButDoesNotJudgeThem() {
		assertThat(InstanceKilled.JUDGED).doesNotContain(Kind.ORDER);
		assertThat(phase(202, 503).number("post-order-without-a-key-failed")).isOne();
		assertThat(phase(202, 503).number("post-order-without-a-key-calls")).isEqualTo(2);
	}

	/** A phase in which every kind of call was answered so. */
	private static Measured phase(Integer... statuses) {
		return notebook(statuses).close();
	}

	private static Measured judged(Integer... statuses) {
		Notebook notebook = notebook(statuses);
		InstanceKilled.JUDGED.forEach(kind -> notebook.finding(kind.noneFails(samples(statuses))));
		return notebook.close();
	}

	private static Notebook notebook(Integer... statuses) {
		Notebook notebook = new Notebook(_ -> {
		});
		Samples all = samples(statuses);
		new Seen(Map.of(Kind.STOCK, all, Kind.PRODUCTS, all, Kind.KEYED_ORDER, all, Kind.ORDER, all), List.of(),
				Duration.ofSeconds(1))
			.write(notebook);
		return notebook;
	}

	private static Samples samples(Integer... statuses) {
		return new Samples(Arrays.stream(statuses)
			.map(status -> new Sample(Duration.ZERO, Duration.ofMillis(1),
					new Answer(status, null, null, MissingNode.getInstance())))
			.toList());
	}

}
