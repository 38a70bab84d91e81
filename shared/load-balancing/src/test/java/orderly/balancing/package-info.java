/**
 * Tests of the balancer, with partners on real sockets that misbehave.
 */
@NullMarked
package orderly.balancing;

import org.jspecify.annotations.NullMarked;
