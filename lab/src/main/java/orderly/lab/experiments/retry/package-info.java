/**
 * The experiment retry: who sends again, and what comes of it for an order.
 */
@NullMarked
package orderly.lab.experiments.retry;

import org.jspecify.annotations.NullMarked;
