/** What all words of the command line agree on: how they fail and how they end. */
@NullMarked
package orderly.lab;

import org.jspecify.annotations.NullMarked;
