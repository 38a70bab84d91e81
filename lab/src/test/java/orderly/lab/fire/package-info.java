/**
 * The whole system under fire: real processes, real PostgreSQL and Kafka, killed and
 * restarted in the middle of their work.
 */
@org.jspecify.annotations.NullMarked
package orderly.lab.fire;
