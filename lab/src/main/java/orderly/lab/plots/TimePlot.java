package orderly.lab.plots;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

import orderly.lab.load.Samples;

/**
 * What happened over time: panels one above the other over the same seconds, and the
 * windows in which something was broken shaded through all of them. <pre>
 * TimePlot.of("Inventory is down for 10 s", Duration.ofSeconds(30))
 *     .window("killed", from, to)
 *     .latencies("client", samples)
 *     .bands("breaker", bands)
 *     .named("circuit-breaker");
 * </pre>
 */
public final class TimePlot {

	private static final int TOP = 68;

	private static final int GAP = 44;

	private final List<Panel> panels = new ArrayList<>();

	private final List<Window> windows = new ArrayList<>();

	private final String title;

	private final TimeAxis axis;

	private record Window(String label, Duration from, Duration to) {
	}

	/**
	 * A state that lasted.
	 *
	 * @param state {@code CLOSED}, {@code OPEN} and {@code HALF_OPEN} have colours that
	 * everybody expects
	 */
	public record Band(String state, Duration from, Duration to) {
	}

	private TimePlot(String title, TimeAxis axis) {
		this.title = title;
		this.axis = axis;
	}

	/** An empty picture of so much time. */
	public static TimePlot of(String title, Duration length) {
		return new TimePlot(title, new TimeAxis(length.toMillis() / 1000.0));
	}

	/** Shades a window. */
	public TimePlot window(String label, Duration from, Duration to) {
		this.windows.add(new Window(label, from, to));
		return this;
	}

	/** A dot for each call, failures in red, over a logarithmic scale. */
	public TimePlot latencies(String label, Samples samples) {
		this.panels.add(new LatencyPanel(label, samples));
		return this;
	}

	/**
	 * A curve for each series, by its name: seconds to values, as lag or calls a second.
	 */
	public TimePlot curves(String label, String unit, Map<String, SortedMap<Double, Double>> series) {
		this.panels.add(new CurvesPanel(label, unit, series));
		return this;
	}

	/** States, each a coloured band. */
	public TimePlot bands(String label, List<Band> bands) {
		this.panels.add(new BandsPanel(label, bands));
		return this;
	}

	/** Draws it. */
	public Plot named(String name) {
		int bottom = TOP + this.panels.stream().mapToInt(panel -> panel.height() + GAP).sum() - GAP + 8;
		Svg svg = new Svg(TimeAxis.WIDTH, bottom + 36).text(16, 26, "title", this.title);
		this.windows.forEach(window -> draw(svg, window, bottom));
		this.axis.draw(svg, bottom);
		int top = TOP;
		for (Panel panel : this.panels) {
			svg.text(16, top - 14, "", panel.label());
			panel.draw(svg, this.axis, top);
			top += panel.height() + GAP;
		}
		return new Plot(name, svg.toString());
	}

	private void draw(Svg svg, Window window, int bottom) {
		double from = this.axis.x(window.from());
		String tooltip = String.format(Locale.ROOT, "%s: %.1f s to %.1f s", window.label(),
				window.from().toMillis() / 1000.0, window.to().toMillis() / 1000.0);
		svg.window(from, TOP - 26, this.axis.x(window.to()) - from, bottom - TOP + 26, tooltip)
			.text(from + 4, TOP - 30, "quiet", window.label());
	}

}
