/**
 * Orders, prices and the checkout workflow; the one decider of an order's end.
 */
@NullMarked
package orderly.order;

import org.jspecify.annotations.NullMarked;
