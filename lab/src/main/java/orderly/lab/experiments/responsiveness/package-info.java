/** A consumer that is slow makes nobody wait at the door. */
@NullMarked
package orderly.lab.experiments.responsiveness;

import org.jspecify.annotations.NullMarked;
