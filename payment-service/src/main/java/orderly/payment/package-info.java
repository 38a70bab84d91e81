/**
 * Payments, and all that we know about the provider.
 */
@NullMarked
package orderly.payment;

import org.jspecify.annotations.NullMarked;
