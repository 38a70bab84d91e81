/**
 * The outside world: a card processor with a ledger of its own, which is sometimes slow
 * and sometimes hangs up.
 */
@NullMarked
package orderly.provider;

import org.jspecify.annotations.NullMarked;
