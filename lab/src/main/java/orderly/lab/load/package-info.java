/** Load on the system: bounded, open-loop, and on this machine alone. */
@NullMarked
package orderly.lab.load;

import org.jspecify.annotations.NullMarked;
