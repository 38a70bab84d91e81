/**
 * How any partner is called while it may fail: again where that is safe and may help, and
 * not at all where it is known to be in vain.
 */
@NullMarked
package orderly.order.calls;

import org.jspecify.annotations.NullMarked;
