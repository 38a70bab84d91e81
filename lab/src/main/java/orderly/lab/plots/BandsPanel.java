package orderly.lab.plots;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import orderly.lab.plots.TimePlot.Band;

/** States side by side, each as long as it lasted. */
record BandsPanel(String label, List<Band> bands) implements Panel {

	private static final Map<String, String> KNOWN = Map.of("CLOSED", Colours.GREEN, "OPEN", Colours.RED, "HALF_OPEN",
			Colours.ORANGE);

	// what a name needs, so that it stands inside its band
	private static final int LETTER = 7;

	@Override
	public int height() {
		return 26;
	}

	@Override
	public void draw(Svg svg, TimeAxis axis, int top) {
		List<String> states = bands.stream().map(Band::state).distinct().toList();
		for (Band band : bands) {
			double from = axis.x(band.from());
			double width = Math.max(1.5, axis.x(band.to()) - from);
			svg.rect(from, top, width, height(), colour(band.state(), states), tooltip(band));
			if (width > band.state().length() * LETTER + 10) {
				svg.text(from + 6, top + 17, "inside", band.state());
			}
		}
	}

	private static String colour(String state, List<String> states) {
		return KNOWN.getOrDefault(state, Colours.of(states.indexOf(state)));
	}

	private static String tooltip(Band band) {
		Duration length = band.to().minus(band.from());
		return String.format(Locale.ROOT, "%s for %.1f s", band.state(), length.toMillis() / 1000.0);
	}

}
