package orderly.messaging;

import java.util.UUID;

@EventType(value = "thing.changed.v1", topic = "things")
record ThingChanged(UUID thingId, int version) {
}
