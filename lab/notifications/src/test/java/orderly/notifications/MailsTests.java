package orderly.notifications;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import orderly.messaging.EventPublisher;
import orderly.test.RealBacking;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.client.RestClient;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Over the real broker; what order-service says is said by the test. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "orderly.messaging.topics=orders")
@RealBacking(database = "notifications")
class MailsTests {

	@Autowired
	private EventPublisher events;

	@Autowired
	private TransactionOperations transaction;

	@Autowired
	private ConfigurableEnvironment environment;

	@LocalServerPort
	private int port;

	@Test
	void aConfirmedOrderGetsOneMailHoweverOftenItIsHeardOf(@Autowired MeterRegistry meters) {
		UUID order = UUID.randomUUID();
		IntStream.range(0, 3).forEach((_) -> confirm(order));
		await().atMost(30, SECONDS)
			.until(() -> meters.counter("orderly.messages", "type", "order.confirmed.v1", "outcome", "duplicate")
				.count() == 2);
		assertThat(mailsAbout(order)).containsExactly("Thank you for your order of 12.50 EUR");
	}

	@Test
	void withoutTheInboxEachDeliveryMakesAMail() {
		this.environment.getPropertySources()
			.addFirst(new MapPropertySource("switched", Map.of("orderly.policies.inbox", "off")));
		UUID order = UUID.randomUUID();
		IntStream.range(0, 3).forEach((_) -> confirm(order));
		await().atMost(30, SECONDS).untilAsserted(() -> assertThat(mailsAbout(order)).hasSize(3));
		this.environment.getPropertySources().remove("switched");
	}

	/** Under one message id, as a repeated delivery is. */
	private void confirm(UUID order) {
		this.transaction
			.executeWithoutResult((_) -> this.events.publishAgain(order, new OrderConfirmed(order, 1250, "EUR")));
	}

	private List<String> mailsAbout(UUID order) {
		Sent sent = RestClient.create("http://127.0.0.1:" + this.port)
			.get()
			.uri("/mails?orderId={order}", order)
			.retrieve()
			.body(Sent.class);
		return Objects.requireNonNull(sent).items.stream().map(Mails.Mail::text).toList();
	}

	record Sent(List<Mails.Mail> items) {
	}

}
