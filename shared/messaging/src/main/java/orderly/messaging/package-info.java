/**
 * Publish and subscribe between services, one effect for each message: the sender sees
 * {@link orderly.messaging.EventPublisher}, the receiver
 * {@link orderly.messaging.Subscriptions}, and neither knows a broker.
 */
@NullMarked
package orderly.messaging;

import org.jspecify.annotations.NullMarked;
