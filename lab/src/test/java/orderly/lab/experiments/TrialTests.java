package orderly.lab.experiments;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import orderly.lab.client.Urls;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrialTests {

	private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

	private static final Pattern RETRY = Pattern.policy("retry");

	private final FakeDriver system = new FakeDriver();

	private final List<String> told = new ArrayList<>();

	private final Lab lab = Lab.over(new Urls(NOWHERE, NOWHERE), (name) -> NOWHERE, Path.of("nowhere"), this.system)
		.telling(this.told::add);

	@Test
	void putsBackWhatAnExperimentBroke() {
		run((lab) -> {
			lab.driver().scale("order-service", 3);
			lab.driver().kill("order-service#2");
			lab.driver().stop("payment-service");
			lab.driver().pause("order-service");
			lab.driver().serve("order-service", "1");
			lab.driver().fault("order-service", Fault.NONE.withErrors(0.3));
			lab.driver().policy("inbox", false);
		});
		assertThat(this.system.up).containsExactly("order-service", "payment-service");
		assertThat(this.system.paused).isEmpty();
		assertThat(this.system.served).containsEntry("order-service", "1,2");
		assertThat(this.system.faults).isEmpty();
		assertThat(this.system.policies).containsEntry("inbox", true);
	}

	@Test
	void putsItBackAfterAFailureToo() {
		Outcome outcome = run((lab) -> {
			lab.driver().kill("payment-service");
			throw new IllegalStateException("a mistake");
		});
		assertThat(outcome.verdict()).isInstanceOfSatisfying(Verdict.NotMeasured.class,
				(not) -> assertThat(not.because()).contains("a mistake", "TrialTests.java"));
		assertThat(this.system.up).contains("payment-service");
	}

	@Test
	void oneThatCannotBePutBackHindersNoOther() {
		run((lab) -> {
			lab.driver().kill("payment-service");
			lab.afterwards().accept(() -> {
				throw new IllegalStateException("the shelf is gone");
			});
		});
		assertThat(this.system.up).contains("payment-service");
		assertThat(this.told).anyMatch((line) -> line.contains("the shelf is gone"));
	}

	@Test
	void leavesAProcessDownThatWasDown() {
		this.system.up.remove("payment-service");
		run((lab) -> lab.driver().kill("payment-service"));
		assertThat(this.system.up).containsExactly("order-service");
	}

	@Test
	void sendsAGuestHomeAgain() {
		run((lab) -> {
			lab.driver().start("notifications");
			lab.driver().stop("notifications");
			lab.driver().start("notifications");
		});
		assertThat(this.system.up).containsExactly("order-service", "payment-service");
		assertThat(this.told).isEmpty();
	}

	@Test
	void letsAGuestStayThatWasThere() {
		this.system.up.add("notifications");
		run((lab) -> {
			lab.driver().stop("notifications");
			lab.driver().start("notifications");
			lab.driver().kill("notifications");
		});
		assertThat(this.system.up).contains("notifications");
	}

	@Test
	void thePolicyIsOnInTheOnPhaseWhateverItWasBefore() {
		this.system.policies.put("retry", false);
		run((lab) -> assertThat(lab.driver().policy("retry")).isTrue());
		assertThat(this.system.policies).containsEntry("retry", false);
	}

	@Test
	void withoutAPolicyItIsOffAndStaysOff() {
		Outcome outcome = run(Optional.of(RETRY), (lab) -> {
			lab.driver().policy("retry", true);
			assertThat(lab.driver().policy("retry")).isFalse();
			assertThat(lab.without("retry")).isTrue();
		});
		assertThat(outcome.verdict()).isInstanceOf(Verdict.Holds.class);
		assertThat(this.system.policies).containsEntry("retry", true);
	}

	@Test
	void measuresNothingWhereAServiceRunsInSeveralProcesses() {
		this.system.up.add("payment-service#2");
		assertThat(run((_) -> {
		}).verdict()).isInstanceOfSatisfying(Verdict.NotMeasured.class,
				(not) -> assertThat(not.because()).contains("./orderly scale payment-service=1"));
		assertThat(this.system.up).contains("payment-service#2");
	}

	@Test
	void withdrawsAReleaseThatThereWasNot() {
		run((lab) -> {
			lab.driver().serve("order-service#2", "1");
			lab.driver().stop("order-service#2");
		});
		assertThat(this.system.up).containsExactly("order-service", "payment-service");
		assertThat(this.system.scaled).containsExactly("order-service=1");
	}

	@Test
	void onlyAPlainRunHasAnOffPhase() {
		assertThat(run(Optional.empty(), (_) -> {
		}).off().number("calls")).isEqualTo(7);
		assertThat(run(Optional.of(RETRY), (_) -> {
		}).off().number("calls")).isNaN();
	}

	private Outcome run(Consumer<Lab> on) {
		return run(Optional.empty(), on);
	}

	private Outcome run(Optional<Pattern> without, Consumer<Lab> on) {
		return new Trial(new Doing(on), this.lab, without).run();
	}

	/** An experiment whose on phase does this, and finds nothing wrong. */
	private record Doing(Consumer<Lab> work) implements Experiment {

		@Override
		public String name() {
			return "doing";
		}

		@Override
		public String chapter() {
			return "00 Nothing";
		}

		@Override
		public String claim() {
			return "The system is as it was found.";
		}

		@Override
		public int memoryMegabytes() {
			return 1;
		}

		@Override
		public Prediction prediction() {
			return new Prediction("Is it?", List.of("yes", "no"), 0);
		}

		@Override
		public List<Pattern> patterns() {
			return List.of(RETRY);
		}

		@Override
		public Measured off(Lab lab) {
			return new Measured(Map.of("calls", 7), List.of(), List.of());
		}

		@Override
		public Measured on(Lab lab) {
			this.work.accept(lab);
			return new Measured(Map.of(), List.of(new Finding("it was done", true, "")), List.of());
		}

	}

}
