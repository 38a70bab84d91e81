/**
 * Which instance of a partner is called, for the gateway's routes and for the services'
 * clients alike.
 */
@NullMarked
package orderly.balancing;

import org.jspecify.annotations.NullMarked;
