/**
 * The experiment duplicates: each message is repeated, or lost, unless a pattern is
 * there.
 */
@NullMarked
package orderly.lab.experiments.duplicates;

import org.jspecify.annotations.NullMarked;
