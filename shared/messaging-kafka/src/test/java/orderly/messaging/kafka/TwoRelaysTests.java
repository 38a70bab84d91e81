package orderly.messaging.kafka;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import orderly.messaging.EventPublisher;
import orderly.messaging.kafka.SentMessages.Sent;
import orderly.test.Backing;
import orderly.test.Database;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two instances of a service share one outbox; what they send is read from the topic. */
class TwoRelaysTests {

	/** One in each bucket, so that both instances have some to send. */
	private static final List<UUID> KEYS = IntStream.range(0, 16).mapToObj((bucket) -> new UUID(0, bucket)).toList();

	private static final List<Integer> NUMBERS = IntStream.rangeClosed(1, 12).boxed().toList();

	private static final int MESSAGES = KEYS.size() * NUMBERS.size();

	private final Database database = Backing.freshDatabase("messaging");

	private final String prefix = Backing.freshPrefix();

	@Test
	void sendEachMessageOnceAndInOrderPerKey() {
		try (ConfigurableApplicationContext one = instance(new HeldTransport(0), "5s");
				ConfigurableApplicationContext other = instance(new HeldTransport(0), "5s")) {
			eventually(() -> assertThat(shares(one)).containsExactly(8, 8));
			publish(one, other);
			eventually(() -> assertThat(unsent(one)).isZero());
		}
		List<Sent> sent = sent();
		assertThat(sent).extracting(Sent::id).hasSize(MESSAGES).doesNotHaveDuplicates();
		assertThat(KEYS).allSatisfy((key) -> assertThat(numbers(sent, key)).isEqualTo(NUMBERS));
	}

	@Test
	void repeatAndNeverOvertakeWhenOneIsHeldPastItsLease() {
		HeldTransport held = new HeldTransport(MESSAGES / 4);
		try (ConfigurableApplicationContext sleeper = instance(held, "2s");
				ConfigurableApplicationContext heir = instance(new HeldTransport(0), "2s")) {
			eventually(() -> assertThat(shares(heir)).containsExactly(8, 8));
			publish(sleeper, heir);
			eventually(() -> assertThat(held.isHeld()).isTrue());
			eventually(() -> assertThat(unsent(heir)).isZero());
			int before = sent().size();
			held.release();
			eventually(() -> assertThat(sent()).hasSizeGreaterThan(before));
		}
		List<Sent> sent = sent();
		assertThat(sent.stream().map(Sent::id).distinct()).hasSize(MESSAGES);
		assertThat(KEYS)
			.allSatisfy((key) -> assertThat(numbers(sent, key).stream().distinct()).containsExactlyElementsOf(NUMBERS));
	}

	private ConfigurableApplicationContext instance(HeldTransport held, String lease) {
		return new SpringApplicationBuilder(TestService.class)
			.initializers((context) -> context.getBeanFactory().addBeanPostProcessor(held))
			.run("--spring.datasource.url=" + this.database.url(),
					"--spring.datasource.username=" + this.database.user(),
					"--spring.datasource.password=" + this.database.password(),
					"--spring.kafka.bootstrap-servers=" + Backing.kafka(), "--orderly.messaging.prefix=" + this.prefix,
					"--orderly.messaging.topics=work", "--orderly.messaging.lease=" + lease,
					"--management.tracing.export.enabled=false");
	}

	/** Each key one message after the other, by both instances in turn. */
	private static void publish(ConfigurableApplicationContext... instances) {
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			CompletableFuture
				.allOf(KEYS.stream()
					.map((key) -> CompletableFuture.runAsync(
							() -> NUMBERS
								.forEach((number) -> publish(instances[number % instances.length], key, number)),
							threads))
					.toArray(CompletableFuture[]::new))
				.join();
		}
	}

	private static void publish(ConfigurableApplicationContext instance, UUID key, int number) {
		EventPublisher events = instance.getBean(EventPublisher.class);
		instance.getBean(TransactionTemplate.class)
			.executeWithoutResult((_) -> events.publish(key, new WorkDone(number)));
	}

	/** How many buckets each of the relays owns. */
	private static List<Integer> shares(ConfigurableApplicationContext instance) {
		return instance.getBean(JdbcClient.class)
			.sql("select count(*) from outbox_lease where until > now() group by owner")
			.query((row, _) -> row.getInt(1))
			.list();
	}

	private static int unsent(ConfigurableApplicationContext instance) {
		return instance.getBean(JdbcClient.class).sql("select count(*) from outbox").query(Integer.class).single();
	}

	private List<Sent> sent() {
		return SentMessages.in(this.prefix + "work");
	}

	private static List<Integer> numbers(List<Sent> sent, UUID key) {
		return sent.stream().filter((each) -> each.key().equals(key)).map(Sent::number).toList();
	}

	private static void eventually(ThrowingRunnable assertion) {
		await().pollInterval(Duration.ofMillis(200)).atMost(60, SECONDS).untilAsserted(assertion);
	}

}
