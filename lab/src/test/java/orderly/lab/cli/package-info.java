/**
 * The command line as a whole.
 */
@NullMarked
package orderly.lab.cli;

import org.jspecify.annotations.NullMarked;
