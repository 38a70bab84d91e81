/**
 * The edge: one address in front of all services.
 */
@NullMarked
package orderly.gateway;

import org.jspecify.annotations.NullMarked;
