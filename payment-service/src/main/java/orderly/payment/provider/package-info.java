/**
 * The payment provider as payment-service sees it: its HTTP shape, how long we wait for
 * it, and what its failures mean to us.
 */
@NullMarked
package orderly.payment.provider;

import org.jspecify.annotations.NullMarked;
