package orderly.lab.topics;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A message as it lies in a topic.
 *
 * @param time when the broker got it
 * @param key the order that it is about
 * @param headers CloudEvents' attributes ({@code ce_type}, ..) and the trace
 * ({@code traceparent}); what is no text is shown in hexadecimal
 * @param body the event itself, JSON
 */
public record Event(String topic, int partition, long offset, Instant time, String key, Map<String, String> headers,
		String body, ConsumerRecord<String, byte[]> record) {

	static Event of(ConsumerRecord<String, byte[]> record) {
		Map<String, String> headers = new LinkedHashMap<>();
		record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
		return new Event(record.topic(), record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()),
				String.valueOf(record.key()), headers, new String(record.value(), StandardCharsets.UTF_8), record);
	}

	/** The wire name, as {@code order.placed.v1}; empty where it has none. */
	public String type() {
		return headers.getOrDefault("ce_type", "");
	}

	/** Whether a receiver takes it for the other: it has the same message id. */
	public boolean repeats(Event other) {
		return headers.getOrDefault("ce_id", "").equals(other.headers.get("ce_id"));
	}

	/** Whether it lies among the messages that a group gave up. */
	public boolean isDeadLetter() {
		return topic.contains(".dlt.");
	}

	/** The same key, headers and body once more; the message id among them. */
	ProducerRecord<String, byte[]> again() {
		return new ProducerRecord<>(topic, partition, key, record.value(), record.headers());
	}

	private static String text(byte[] value) {
		String text = new String(value, StandardCharsets.UTF_8);
		return text.chars().allMatch(each -> each >= ' ' && each != 0xFFFD) ? text
				: "0x" + HexFormat.of().formatHex(value);
	}

}
