package orderly.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as a handler gets it: the event, and what CloudEvents 1.0 says around it.
 *
 * @param <E> the receiver's own record of the event
 * @param id the message's id, equal in every delivery and replay ({@code ce_id})
 * @param type the wire name ({@code ce_type})
 * @param key the aggregate that it is about ({@code ce_subject})
 * @param time when it was published, on the sender's clock ({@code ce_time})
 * @param event the event
 */
public record Message<E>(UUID id, String type, UUID key, Instant time, E event) {
}
