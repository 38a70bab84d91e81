package orderly.lab.experiments;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import orderly.lab.client.StubServer;
import orderly.lab.client.Urls;
import orderly.lab.load.Customer;
import orderly.lab.load.Load;
import orderly.lab.load.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The smallest experiment that measures something: start here to write another. */
class QuickAnswerTests {

	private final StubServer stub = new StubServer();

	@AfterEach
	void stop() {
		this.stub.close();
	}

	@Test
	void holdsWhereEveryCallIsAnswered() {
		this.stub.on("GET /api/v1/stock/TEA-001", 200, "{}");
		assertThat(run(Optional.empty()).verdict()).isInstanceOf(Verdict.Holds.class);
	}

	@Test
	void isRefutedWhereOneIsNot() {
		this.stub.on("GET /api/v1/stock/TEA-001", 503, "{}").on("GET /api/v1/stock/TEA-001", 200, "{}");
		Outcome outcome = run(Optional.of(Pattern.policy("retry")));
		assertThat(outcome.verdict()).isInstanceOf(Verdict.Refuted.class);
		assertThat(outcome.on().number("failed-calls")).isEqualTo(1);
	}

	private Outcome run(Optional<Pattern> without) {
		Lab lab = Lab.over(new Urls(this.stub.url(), this.stub.url()), (name) -> this.stub.url(), Path.of("."),
				new FakeDriver());
		return new Trial(new QuickAnswer(), lab, without).run();
	}

	private static class QuickAnswer implements Experiment {

		@Override
		public String name() {
			return "quick-answer";
		}

		@Override
		public String chapter() {
			return "00 Nothing";
		}

		@Override
		public String claim() {
			return "At 100 calls a second, with one process of order-service gone, none of 20 fails.";
		}

		@Override
		public int memoryMegabytes() {
			return 50;
		}

		@Override
		public Prediction prediction() {
			return new Prediction("How many fail?", List.of("none", "half of them"), 0);
		}

		@Override
		public List<Pattern> patterns() {
			return List.of(Pattern.policy("retry"));
		}

		@Override
		public Measured off(Lab lab) {
			lab.driver().policy("retry", false);
			return measure(lab);
		}

		@Override
		public Measured on(Lab lab) {
			return measure(lab);
		}

		private static Measured measure(Lab lab) {
			Notebook notebook = new Notebook(lab.voice());
			lab.driver().kill("order-service");
			Samples samples = Load.at(100)
				.during(Duration.ofMillis(200))
				.run(new Customer(lab.gateway()).stock("TEA-001"));
			notebook.number("failed-calls", samples.failed().count());
			notebook.number("p99-ms", samples.percentile(99));
			notebook.finding(new Finding("no call fails", samples.failed().count() == 0, samples.toString()));
			return notebook.close();
		}

	}

}
