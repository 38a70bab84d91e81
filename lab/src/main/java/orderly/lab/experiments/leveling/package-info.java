/** A burst waits in the queue, and the work goes on at its own rate. */
@NullMarked
package orderly.lab.experiments.leveling;

import org.jspecify.annotations.NullMarked;
