package orderly.lab.experiments;

import java.util.List;
import java.util.stream.Stream;

/**
 * A claim about interservice communication, put to the test against the running system.
 * It uses orders and skus of its own, and leaves the system as it found it.
 */
public interface Experiment {

	/** The name on the command line and of the evidence, as in {@code one-order}. */
	String name();

	/**
	 * The chapter of the book that it belongs to, as in
	 * {@code 01 One request, many processes}.
	 */
	String chapter();

	/**
	 * What is claimed, with every threshold that decides; fixed before anything is
	 * measured.
	 */
	String claim();

	/** Megabytes that must be free beside the running system. */
	int memoryMegabytes();

	/** What a learner is asked to predict first. */
	Prediction prediction();

	/**
	 * The patterns that {@code --without} may take away; without any one of them the
	 * claim must be refuted.
	 */
	default List<Pattern> patterns() {
		return List.of();
	}

	/**
	 * Measures without the pattern, which it switches off itself; nothing where there is
	 * none. It is left out of a run {@code --without}: {@link #verdict} then sees
	 * {@link Measured#NOTHING}.
	 */
	default Measured off(Lab lab) {
		return Measured.NOTHING;
	}

	/**
	 * Measures with the pattern. The policies among {@link #patterns()} are on when it
	 * begins, but for the one of {@code --without}, which stays off.
	 */
	Measured on(Lab lab);

	/**
	 * {@return what both phases say together}; asked only where the off phase was
	 * measured. Whoever compares uses {@link Measured#number}, with which nothing holds
	 * that was not measured.
	 */
	default List<Finding> compare(Measured off, Measured on) {
		return List.of();
	}

	/** Judges: each finding of the on phase and each comparison must hold. */
	default Verdict verdict(Measured off, Measured on) {
		List<Finding> compared = (off == Measured.NOTHING) ? List.of() : compare(off, on);
		return Verdict.of(Stream.concat(on.findings().stream(), compared.stream()).toList());
	}

}
