/**
 * Faults on demand: slow, failing and lost answers, in the lab profile alone.
 */
@NullMarked
package orderly.faults;

import org.jspecify.annotations.NullMarked;
