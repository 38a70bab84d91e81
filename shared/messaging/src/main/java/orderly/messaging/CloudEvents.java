package orderly.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import orderly.messaging.transport.DeliveryFailure.Poison;
import orderly.messaging.transport.Transport.Envelope;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * CloudEvents 1.0 in binary mode: attributes are headers, the event is the body. The JSON
 * of events is nobody else's setting: unknown fields are ignored, because senders may add
 * some; a missing one is an error, because a zero in its place would be a lie.
 */
final class CloudEvents {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
		.build();

	private CloudEvents() {
	}

	static EventType declaredBy(Class<? extends Record> event) {
		EventType type = event.getAnnotation(EventType.class);
		if (type == null) {
			throw new IllegalArgumentException(event.getName() + " needs an @EventType");
		}
		return type;
	}

	static String json(Record event) {
		return JSON.writeValueAsString(event);
	}

	static Envelope wrap(Outbox.Row row, String source) {
		Map<String, String> headers = Map.of("ce_specversion", "1.0", "ce_id", row.messageId().toString(), "ce_source",
				"/" + source, "ce_type", row.type(), "ce_subject", row.key().toString(), "ce_time",
				row.time().toString(), "content-type", "application/json");
		return new Envelope(row.topic(), row.key().toString(), headers, row.body().getBytes(StandardCharsets.UTF_8));
	}

	static String typeOf(Envelope envelope) {
		try {
			if (attribute(envelope, "specversion").startsWith("1.")) {
				return attribute(envelope, "type");
			}
			throw new IllegalArgumentException("its major version is unknown");
		}
		catch (RuntimeException unreadable) {
			throw new Poison("This is no CloudEvent 1.x in binary mode", unreadable);
		}
	}

	static <E extends Record> Message<E> unwrap(Envelope envelope, Class<E> event) {
		try {
			return new Message<>(UUID.fromString(attribute(envelope, "id")), attribute(envelope, "type"),
					UUID.fromString(attribute(envelope, "subject")), Instant.parse(attribute(envelope, "time")),
					JSON.readValue(envelope.body(), event));
		}
		catch (RuntimeException unreadable) {
			throw new Poison("The message cannot be read as " + event.getName(), unreadable);
		}
	}

	private static String attribute(Envelope envelope, String name) {
		String value = envelope.headers().get("ce_" + name);
		if (value == null) {
			throw new IllegalArgumentException("ce_" + name + " is missing");
		}
		return value;
	}

}
