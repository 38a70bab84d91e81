package orderly.lab.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import orderly.lab.Exit;
import orderly.lab.topics.Event;
import orderly.lab.topics.Topics;
import orderly.test.Backing;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Against the real broker. */
class ShowTopicsTests {

	private final StubServer stub = new StubServer();

	private final String order = UUID.randomUUID().toString();

	private final String topic = Backing.freshPrefix() + "orders";

	private final Instant began = Instant.now().minusSeconds(60);

	@BeforeEach
	void say() throws ExecutionException, InterruptedException {
		try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", Backing.kafka()))) {
			admin.createTopics(List.of(new NewTopic(this.topic, 3, (short) 1))).all().get();
		}
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				Map.<String, Object>of("bootstrap.servers", Backing.kafka()), new StringSerializer(),
				new ByteArraySerializer())) {
			producer.send(message(UUID.randomUUID().toString(), "order.placed.v1"));
			producer.send(message(this.order, "order.placed.v1")).get();
			producer.send(message(this.order, "order.confirmed.v1")).get();
		}
	}

	@AfterEach
	void stop() {
		this.stub.close();
	}

	@Test
	void showsTheEventsOfTheLastOrderInTheirOrderWithTheirHeaders() {
		this.stub.on("GET /api/v1/orders?limit=1", 200, "{\"items\":[%s]}".formatted(orderJson()));
		Ran ran = Ran.word(this.stub, "topics", "--json", "--kafka", Backing.kafka());
		assertThat(ran.exit()).isEqualTo(Exit.OK);
		List<JsonNode> items = Http.JSON.readTree(ran.out()).path("items").valueStream().toList();
		assertThat(items).extracting(item -> item.path("headers").path("ce_type").asString())
			.containsExactly("order.placed.v1", "order.confirmed.v1");
		assertThat(items).allSatisfy(item -> {
			assertThat(item.path("topic").asString()).isEqualTo(this.topic);
			assertThat(item.path("headers").path("traceparent").asString()).startsWith("00-");
			assertThat(item.path("data").path("orderId").asString()).isEqualTo(this.order);
		});
	}

	@Test
	void saysAnEventAgainUnderTheSameMessageId() {
		Topics topics = new Topics(Backing.kafka());
		topics.sayAgain(events(topics));
		assertThat(events(topics)).hasSize(4)
			.extracting(Event::type)
			.containsExactly("order.placed.v1", "order.confirmed.v1", "order.placed.v1", "order.confirmed.v1");
		assertThat(events(topics).get(2).repeats(events(topics).getFirst())).isTrue();
		assertThat(events(topics).get(3).repeats(events(topics).getFirst())).isFalse();
	}

	@Test
	void failsWhereNoBrokerIsKnown() {
		this.stub.on("GET /api/v1/orders/" + this.order, 200, orderJson());
		assertThat(Ran.word(this.stub, "topics", this.order).exit()).isNotEqualTo(Exit.OK);
	}

	private List<Event> events(Topics topics) {
		return topics.since(this.began).stream().filter(event -> event.key().equals(this.order)).toList();
	}

	private ProducerRecord<String, byte[]> message(String key, String type) {
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(this.topic, key,
				"{\"orderId\":\"%s\"}".formatted(key).getBytes(StandardCharsets.UTF_8));
		Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", type, "traceparent", "00-1-2-01")
			.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		return message;
	}

	private String orderJson() {
		return """
				{"id":"%s","status":"CONFIRMED","checkout":"async","lines":[],"totalMinor":1,"currency":"EUR",
				 "placedAt":"%s","updatedAt":"%s"}""".formatted(this.order, this.began, this.began);
	}

}
