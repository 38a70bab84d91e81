/**
 * Real Kafka, PostgreSQL and Zipkin, and any other JVM, as child processes that never
 * outlive the process that started them.
 */
@NullMarked
package orderly.backing;

import org.jspecify.annotations.NullMarked;
