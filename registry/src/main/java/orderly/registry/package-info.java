/**
 * The registry: where services find each other.
 */
@NullMarked
package orderly.registry;

import org.jspecify.annotations.NullMarked;
