/**
 * Messaging over Kafka, by Spring Kafka used plainly: no service names anything in here.
 */
@NullMarked
package orderly.messaging.kafka;

import org.jspecify.annotations.NullMarked;
