/**
 * Another subscriber: one mail for each confirmed order.
 */
@NullMarked
package orderly.notifications;

import org.jspecify.annotations.NullMarked;
