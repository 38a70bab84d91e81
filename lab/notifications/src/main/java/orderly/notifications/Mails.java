package orderly.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import orderly.messaging.Message;
import orderly.messaging.Subscriptions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Writes a mail for each message that it gets, and shows those of an order.
 */
@RestController
class Mails {

	private final JdbcClient jdbc;

	// tag::subscriber[]
	Mails(Subscriptions subscriptions, JdbcClient jdbc) {
		this.jdbc = jdbc;
		subscriptions.on(OrderConfirmed.class, this::send);
	}

	private void send(Message<OrderConfirmed> message) {
		this.jdbc.sql("insert into mails (order_id, text) values (?, ?)")
			.params(message.event().orderId(), message.event().mail())
			.update();
	}
	// end::subscriber[]

	record Mail(UUID orderId, String text, Instant sentAt) {
	}

	@GetMapping("/mails")
	Map<String, List<Mail>> about(@RequestParam List<UUID> orderId) {
		return Map.of("items",
				this.jdbc.sql("select order_id, text, sent_at from mails where order_id in (:ids) order by id")
					.param("ids", orderId)
					.query(Mail.class)
					.list());
	}

}
