/**
 * Shows that partners for tests do what they are told.
 */
@NullMarked
package orderly.test.upstream;

import org.jspecify.annotations.NullMarked;
