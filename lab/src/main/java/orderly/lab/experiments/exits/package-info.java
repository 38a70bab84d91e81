/**
 * The experiments of chapter 03: instances that end under load, suddenly and gracefully,
 * and the calls that notice.
 */
@NullMarked
package orderly.lab.experiments.exits;

import org.jspecify.annotations.NullMarked;
