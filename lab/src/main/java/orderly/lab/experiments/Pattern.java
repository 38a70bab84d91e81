package orderly.lab.experiments;

/**
 * What {@code --without} may take away from an experiment.
 *
 * @param name the word on the command line
 * @param isPolicy whether {@code try} itself switches it, by {@link Driver#policy}; else
 * the experiment looks at {@link Lab#without()} and leaves the pattern out
 */
public record Pattern(String name, boolean isPolicy) {

	/** A policy of the system, as {@code retry}. */
	public static Pattern policy(String name) {
		return new Pattern(name, true);
	}

	/**
	 * A choice of the experiment's own, as {@code async}, without which it orders in the
	 * synchronous checkout.
	 */
	public static Pattern ownChoice(String name) {
		return new Pattern(name, false);
	}

}
