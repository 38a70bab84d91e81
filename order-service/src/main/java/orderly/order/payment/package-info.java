/**
 * Payment as order-service sees it: its HTTP shape, how long we wait for it, and what its
 * failures mean.
 */
@NullMarked
package orderly.order.payment;

import org.jspecify.annotations.NullMarked;
