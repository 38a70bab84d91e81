/** The experiment one-order: an order is one trace, and everybody's books agree on it. */
@NullMarked
package orderly.lab.experiments.oneorder;

import org.jspecify.annotations.NullMarked;
