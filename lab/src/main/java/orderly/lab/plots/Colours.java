package orderly.lab.plots;

import java.util.List;

/**
 * Colours that can be told apart, also by most who see them otherwise, on both papers.
 */
public final class Colours {

	public static final String BLUE = "#2f81c7";

	public static final String ORANGE = "#d9822b";

	public static final String GREEN = "#5a9e6f";

	public static final String VIOLET = "#9a7fd1";

	public static final String RED = "#d1435b";

	public static final String GREY = "#8b949e";

	/** The pattern is on, the pattern is off. */
	public static final String ON = BLUE;

	public static final String OFF = ORANGE;

	private static final List<String> ALL = List.of(BLUE, ORANGE, GREEN, VIOLET, RED, GREY);

	private Colours() {
	}

	/** The colour of the n-th of several, from 0. */
	public static String of(int n) {
		return ALL.get(n % ALL.size());
	}

}
