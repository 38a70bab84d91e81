/**
 * Tests of the gateway, with services on real sockets that misbehave.
 */
@NullMarked
package orderly.gateway;

import org.jspecify.annotations.NullMarked;
