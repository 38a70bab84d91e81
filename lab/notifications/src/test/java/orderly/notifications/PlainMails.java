package orderly.notifications;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * The subscriber of {@link Mails} as a plain listener of Spring Kafka, with no jar of
 * ours: what it takes to hear of an order, and what it leaves out.
 */
class PlainMails {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	PlainMails(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	record Confirmed(UUID orderId, long totalMinor, String currency) {
	}

	// tag::plain[]
	@KafkaListener(topics = "orders", groupId = "plain-mails")
	void on(ConsumerRecord<String, byte[]> message) {
		String type = new String(message.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
		if (type.equals("order.confirmed.v1")) {
			Confirmed order = this.json.readValue(message.value(), Confirmed.class);
			this.jdbc.sql("insert into mails (order_id, text) values (?, ?)")
				.params(order.orderId(), "Thank you for your order of " + order.totalMinor() + " " + order.currency())
				.update();
		}
	}
	// end::plain[]

}
