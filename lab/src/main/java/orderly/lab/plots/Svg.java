package orderly.lab.plots;

import java.util.List;
import java.util.Locale;

/**
 * A small SVG writer: it reads well on white and on black paper, and needs no font of its
 * own.
 */
class Svg {

	/** A place in the picture. */
	record Point(double x, double y) {
	}

	private static final String STYLE = """
			text { font: 12px ui-sans-serif, system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #333 }
			.title { font-size: 15px; font-weight: 600 }
			.quiet { fill: #777; font-size: 11px }
			.grid { stroke: #ddd; stroke-width: 1 }
			.inside { fill: #fff; font-size: 11px }
			.window { fill: #d1435b; fill-opacity: 0.13 }
			.specks { fill: none; stroke-width: 3; stroke-linecap: round; stroke-opacity: 0.6 }
			.marks { fill: none; stroke-width: 7; stroke-linecap: round }
			.curve { fill: none; stroke-width: 2; stroke-linejoin: round }
			@media (prefers-color-scheme: dark) {
			  text { fill: #ddd } .quiet { fill: #999 } .grid { stroke: #444 } .paper { fill: #161b22 }
			  .inside { fill: #fff }
			}
			""";

	private final StringBuilder body = new StringBuilder();

	private final int width;

	private final int height;

	Svg(int width, int height) {
		this.width = width;
		this.height = height;
	}

	Svg rect(double x, double y, double width, double height, String fill, String tooltip) {
		return add("<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='2' fill='%s'><title>%s</title></rect>", x, y,
				width, height, fill, escaped(tooltip));
	}

	Svg dot(double x, double y, String fill, String tooltip) {
		return add("<circle cx='%.1f' cy='%.1f' r='4' fill='%s' fill-opacity='0.85'><title>%s</title></circle>", x, y,
				fill, escaped(tooltip));
	}

	/** A part of the picture in which something was different. */
	Svg window(double x, double y, double width, double height, String tooltip) {
		return add("<rect class='window' x='%.1f' y='%.1f' width='%.1f' height='%.1f'><title>%s</title></rect>", x, y,
				width, height, escaped(tooltip));
	}

	/** Many small dots in a few bytes each: strokes without a length, with round ends. */
	Svg specks(List<Point> points, String colour) {
		return path("specks", "Mh0", points, colour);
	}

	/** A few dots that nobody may overlook. */
	Svg marks(List<Point> points, String colour) {
		return path("marks", "Mh0", points, colour);
	}

	/** A line through all points. */
	Svg curve(List<Point> points, String colour) {
		return path("curve", "L", points, colour);
	}

	Svg line(double x1, double y1, double x2, double y2) {
		return add("<line class='grid' x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f'/>", x1, y1, x2, y2);
	}

	Svg text(double x, double y, String style, String text) {
		return add("<text class='%s' x='%.1f' y='%.1f'>%s</text>", style, x, y, escaped(text));
	}

	Svg textEndingAt(double x, double y, String style, String text) {
		return add("<text class='%s' text-anchor='end' x='%.1f' y='%.1f'>%s</text>", style, x, y, escaped(text));
	}

	@Override
	public String toString() {
		return """
				<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d' role='img'>
				<style>%s</style>
				<rect class='paper' width='100%%' height='100%%' fill='#fff'/>
				%s</svg>
				""".formatted(width, height, width, height, STYLE, body);
	}

	private Svg path(String style, String how, List<Point> points, String colour) {
		StringBuilder d = new StringBuilder();
		for (Point point : points) {
			boolean move = d.isEmpty() || how.startsWith("M");
			d.append(String.format(Locale.ROOT, move ? "M%.1f %.1f" : "L%.1f %.1f", point.x(), point.y()))
				.append(how.substring(1));
		}
		return points.isEmpty() ? this : add("<path class='%s' stroke='%s' d='%s'/>", style, colour, d);
	}

	private Svg add(String format, Object... values) {
		body.append(String.format(Locale.ROOT, format, values)).append('\n');
		return this;
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;");
	}

}
