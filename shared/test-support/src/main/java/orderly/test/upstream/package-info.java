/**
 * A partner on a real socket that does what it is told, well or badly.
 */
@NullMarked
package orderly.test.upstream;

import org.jspecify.annotations.NullMarked;
