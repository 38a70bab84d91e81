/**
 * Tests of the faults, in a service of three paths.
 */
@NullMarked
package orderly.faults;

import org.jspecify.annotations.NullMarked;
