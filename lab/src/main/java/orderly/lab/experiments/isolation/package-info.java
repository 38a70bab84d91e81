/** A consumer that is dead delays the work and loses none of it. */
@NullMarked
package orderly.lab.experiments.isolation;

import org.jspecify.annotations.NullMarked;
