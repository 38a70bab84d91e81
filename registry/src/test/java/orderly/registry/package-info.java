/**
 * Tests of the registry.
 */
@NullMarked
package orderly.registry;

import org.jspecify.annotations.NullMarked;
