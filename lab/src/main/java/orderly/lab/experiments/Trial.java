package orderly.lab.experiments;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import orderly.lab.LabException;

/**
 * Puts one claim to the test, and the system back as it was found: faults and policies
 * after each phase, processes and stock at the end, all of it also after Ctrl-C.
 */
class Trial {

	private final Experiment experiment;

	private final Optional<Pattern> without;

	private final Undo afterPhase;

	private final UndoingDriver driver;

	private final Lab lab;

	Trial(Experiment experiment, Lab lab, Optional<Pattern> without) {
		this.experiment = experiment;
		this.without = without;
		this.afterPhase = new Undo(lab.voice());
		Undo atEnd = new Undo(lab.voice());
		this.driver = new UndoingDriver(lab.driver(), this.afterPhase, atEnd);
		this.lab = lab.handedOver(this.driver, without.map(Pattern::name)).puttingBack(step -> atEnd.add(step, step));
	}

	/** What prevents the measuring is a verdict of its own, never a stack trace. */
	Outcome run() {
		Instant started = Instant.now();
		Thread ctrlC = new Thread(this::putBackAfterCtrlC, "put back");
		Runtime.getRuntime().addShutdownHook(ctrlC);
		try {
			Machine.require(this.experiment.memoryMegabytes());
			new Outset(this.lab, this.experiment.patterns()).require();
			Measured off = off();
			Measured on = on();
			return outcome(this.experiment.verdict(off, on), off, on, started);
		}
		catch (NotMeasuredException | LabException e) {
			return notMeasured(String.valueOf(e.getMessage()), started);
		}
		catch (RuntimeException e) {
			return notMeasured("It failed by itself: %s at %s".formatted(e, e.getStackTrace()[0]), started);
		}
		finally {
			this.driver.close();
			forget(ctrlC);
		}
	}

	private Measured off() {
		if (this.without.isPresent()) {
			return Measured.NOTHING;
		}
		Measured off = this.experiment.off(this.lab);
		if (!this.afterPhase.run()) {
			throw new NotMeasuredException("What the first phase had changed could not be put back.");
		}
		return off;
	}

	private Measured on() {
		this.experiment.patterns().stream().filter(Pattern::isPolicy).forEach(this::switchPolicy);
		return this.experiment.on(this.lab);
	}

	private void switchPolicy(Pattern pattern) {
		if (this.without.filter(pattern::equals).isPresent()) {
			this.driver.holdOff(pattern.name());
		}
		else {
			this.driver.policy(pattern.name(), true);
		}
	}

	private void putBackAfterCtrlC() {
		this.lab.voice().accept("  Ended: what was changed is put back, after what is under way ..");
		this.driver.close();
		this.lab.voice().accept("  All is as it was.");
	}

	private Outcome notMeasured(String because, Instant started) {
		return outcome(new Verdict.NotMeasured(because), Measured.NOTHING, Measured.NOTHING, started);
	}

	private Outcome outcome(Verdict verdict, Measured off, Measured on, Instant started) {
		double seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
		return new Outcome(verdict, off, on, started, seconds, this.without.map(Pattern::name));
	}

	private static void forget(Thread hook) {
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (IllegalStateException ex) {
			// it runs already
		}
	}

}
