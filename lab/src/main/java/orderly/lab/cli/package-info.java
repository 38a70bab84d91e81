/** The command line: {@code ./orderly WORD}. */
@NullMarked
package orderly.lab.cli;

import org.jspecify.annotations.NullMarked;
