/** Pictures of numbers as SVG, for white and for black paper. */
@NullMarked
package orderly.lab.plots;

import org.jspecify.annotations.NullMarked;
