/** The command line: {@code ./orderly WORD}. */
@NullMarked
package orderly.lab;

import org.jspecify.annotations.NullMarked;
