/**
 * What producers and consumers of events promise each other, as JSON Schemas and
 * examples: for tests alone.
 */
@NullMarked
package orderly.contracts;

import org.jspecify.annotations.NullMarked;
