package orderly.lab.plots;

/** A part of a picture over time, from a top line down. */
interface Panel {

	String label();

	int height();

	void draw(Svg svg, TimeAxis axis, int top);

}
