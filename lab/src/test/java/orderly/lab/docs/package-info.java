/**
 * The documentation is tested: what it quotes, links and tells to type must exist.
 */
@NullMarked
package orderly.lab.docs;

import org.jspecify.annotations.NullMarked;
