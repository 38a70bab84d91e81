/**
 * Stock and reservations.
 */
@NullMarked
package orderly.inventory;

import org.jspecify.annotations.NullMarked;
