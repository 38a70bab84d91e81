/**
 * The experiment distributed-tracing: a trace alone names the process that makes an order
 * slow.
 */
@NullMarked
package orderly.lab.experiments.tracing;

import org.jspecify.annotations.NullMarked;
