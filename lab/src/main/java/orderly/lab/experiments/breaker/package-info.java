/**
 * The experiment circuit-breaker: what an outage costs those who call, with and without a
 * breaker.
 */
@NullMarked
package orderly.lab.experiments.breaker;

import org.jspecify.annotations.NullMarked;
