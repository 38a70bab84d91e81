/**
 * What every experiment that places orders asks at the end: did each order end, and do
 * the orders, the stock, our payments and the provider's ledger agree?
 */
@NullMarked
package orderly.lab.experiments.books;

import org.jspecify.annotations.NullMarked;
