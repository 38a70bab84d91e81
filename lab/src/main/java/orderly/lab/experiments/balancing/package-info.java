/**
 * The experiment of chapter 04: one of three instances is slow, and who notices.
 */
@NullMarked
package orderly.lab.experiments.balancing;

import org.jspecify.annotations.NullMarked;
