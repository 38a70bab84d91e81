/**
 * What the tests of all modules share: a real PostgreSQL and Kafka, and the rules of the
 * house.
 */
@NullMarked
package orderly.test;

import org.jspecify.annotations.NullMarked;
