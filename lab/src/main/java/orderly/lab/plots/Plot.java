package orderly.lab.plots;

/** A picture of the numbers: an SVG, written beside the evidence as {@code NAME.svg}. */
public record Plot(String name, String svg) {

}
