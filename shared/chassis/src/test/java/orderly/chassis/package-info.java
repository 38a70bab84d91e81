/**
 * Tests of the chassis, in a small service of its own.
 */
@NullMarked
package orderly.chassis;

import org.jspecify.annotations.NullMarked;
