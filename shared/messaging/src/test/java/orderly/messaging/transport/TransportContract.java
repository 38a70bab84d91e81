package orderly.messaging.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import orderly.messaging.transport.DeliveryFailure.Poison;
import orderly.messaging.transport.DeliveryFailure.Transient;
import orderly.messaging.transport.DeliveryFailure.Unexplained;
import orderly.messaging.transport.Transport.Audience;
import orderly.messaging.transport.Transport.Envelope;
import orderly.messaging.transport.Transport.Subscription;
import orderly.messaging.transport.Transport.UnsendableException;
import org.assertj.core.api.ThrowableAssert;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * What messaging relies on in any transport. Each transport's tests extend it.
 */
public abstract class TransportContract {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final AtomicInteger tests = new AtomicInteger();

	private final Collection<Runnable> deliveries = new ConcurrentLinkedQueue<>();

	private String topic = "";

	private String group = "";

	/**
	 * The transport under test.
	 * @return one that is ready to be used
	 */
	protected abstract Transport transport();

	/**
	 * Creates a topic, where the transport needs that.
	 * @param topic its name
	 */
	protected abstract void create(String topic);

	@BeforeEach
	void chooseNames() {
		this.topic = "topic-" + tests.incrementAndGet();
		this.group = "group-" + tests.get();
		create(this.topic);
	}

	@AfterEach
	void stop() {
		this.deliveries.forEach(Runnable::run);
	}

	@Test
	void deliversWhatWasSent() {
		Collection<Envelope> heard = hear(this.group);
		Envelope sent = send("a", "1");
		eventually(() -> assertThat(heard).singleElement().satisfies((message) -> {
			assertThat(message.topic()).isEqualTo(sent.topic());
			assertThat(message.key()).isEqualTo(sent.key());
			assertThat(message.headers()).containsAllEntriesOf(sent.headers());
			assertThat(message.body()).isEqualTo(sent.body());
		}));
	}

	@Test
	void keepsTheOrderOfEachKey() {
		Collection<Envelope> heard = hear(this.group);
		IntStream.range(0, 60).forEach((number) -> send("key" + number % 7, "" + number));
		eventually(() -> assertThat(heard).hasSize(60));
		IntStream.range(0, 7)
			.forEach((key) -> assertThat(heard).filteredOn((message) -> message.key().equals("key" + key))
				.map((message) -> Integer.parseInt(text(message)))
				.isSorted());
	}

	@Test
	void tellsEveryGroup() {
		Collection<Envelope> one = hear(this.group);
		Collection<Envelope> other = hear(this.group + "-other");
		send("a", "1");
		eventually(() -> assertThat(one).hasSize(1));
		eventually(() -> assertThat(other).hasSize(1));
	}

	@Test
	void tellsANewGroupWhatWasSentBeforeItCame() {
		send("a", "1");
		Collection<Envelope> heard = hear(this.group);
		eventually(() -> assertThat(heard).map(TransportContract::text).containsExactly("1"));
	}

	@Test
	void sharesMessagesBetweenTheInstancesOfAGroup() {
		Collection<Envelope> one = hear(this.group);
		Collection<Envelope> other = hear(this.group);
		eventually(() -> {
			IntStream.range(0, 12).forEach((number) -> send("warm" + number, "warm-up"));
			assertThat(one).isNotEmpty();
			assertThat(other).isNotEmpty();
		});
		IntStream.range(0, 30).forEach((number) -> send("key" + number, "" + number));
		eventually(() -> assertThat(shared(one, other)).hasSizeGreaterThanOrEqualTo(30));
		assertThat(shared(one, other)).doesNotHaveDuplicates();
	}

	@Test
	void tellsEveryInstanceWhatIsNewWhereThatIsAskedFor() {
		send("a", "old");
		Collection<Envelope> one = hear(this.group, Audience.EVERY_INSTANCE);
		Collection<Envelope> other = hear(this.group, Audience.EVERY_INSTANCE);
		eventually(() -> {
			send("a", "new");
			assertThat(one).isNotEmpty();
			assertThat(other).isNotEmpty();
		});
		assertThat(one).map(TransportContract::text).doesNotContain("old");
	}

	@Test
	void holdsLaterMessagesOfAKeyWhileOneWaits() {
		AtomicInteger tries = new AtomicInteger();
		Collection<Envelope> heard = hear(this.group, (message) -> {
			if (text(message).equals("1") && tries.incrementAndGet() < 15) {
				throw new Transient(new IllegalStateException("away"));
			}
		});
		send("a", "1");
		send("a", "2");
		eventually(() -> assertThat(heard).map(TransportContract::text).containsExactly("1", "2"));
		assertThat(transport().deadLetters(this.group)).isZero();
	}

	@Test
	void givesPoisonUpAfterThreeTriesAndGoesOn() {
		int tries = triesUntilGivenUp(new Poison("bad", new IllegalArgumentException("bad")));
		assertThat(tries).isBetween(3, 9);
	}

	@Test
	void givesTheUnexplainedUpAfterTenTriesAndGoesOn() {
		int tries = triesUntilGivenUp(new Unexplained(new ClassCastException("a bug")));
		assertThat(tries).isBetween(10, 29);
	}

	@Test
	void countsTriesAnewWhenTheReasonChanges() {
		List<DeliveryFailure> reasons = List.of(new Unexplained(new IllegalStateException("a bug")),
				new Transient(new IllegalStateException("away")));
		AtomicInteger tries = new AtomicInteger();
		Collection<Envelope> heard = hear(this.group, (_) -> {
			if (tries.incrementAndGet() < 15) {
				throw reasons.get(tries.get() % 2);
			}
		});
		send("a", "1");
		eventually(() -> assertThat(heard).hasSize(1));
		assertThat(transport().deadLetters(this.group)).isZero();
	}

	@Test
	void goesOnWhereTheGroupStopped() {
		Collection<Envelope> before = hear(this.group);
		send("a", "1");
		eventually(() -> assertThat(before).hasSize(1));
		stop();
		send("a", "2");
		Collection<Envelope> after = hear(this.group);
		eventually(() -> assertThat(after).map(TransportContract::text).containsExactly("2"));
		assertThat(before).hasSize(1);
	}

	@Test
	void countsWhatWaitsForAGroup() {
		AtomicBoolean away = new AtomicBoolean(true);
		send("a", "0");
		Collection<Envelope> heard = hear(this.group, (_) -> {
			if (away.get()) {
				throw new Transient(new IllegalStateException("away"));
			}
		});
		IntStream.range(1, 12).forEach((number) -> send("key" + number, "" + number));
		eventually(() -> assertThat(transport().lag(this.group, Set.of(this.topic))).isEqualTo(12));
		away.set(false);
		eventually(() -> assertThat(transport().lag(this.group, Set.of(this.topic))).isZero());
		assertThat(heard).hasSize(12);
	}

	@Test
	void saysWhenAMessageCanNeverBeSent() {
		Envelope huge = new Envelope(this.topic, "a", Map.of(), new byte[2 * 1024 * 1024]);
		ThrowableAssert.ThrowingCallable sending = () -> transport().send(huge).get();
		assertThatThrownBy(sending).isInstanceOf(ExecutionException.class)
			.hasCauseInstanceOf(UnsendableException.class);
	}

	/**
	 * More than asked for where a consumer joins in between: the next one counts anew.
	 */
	private int triesUntilGivenUp(DeliveryFailure reason) {
		AtomicInteger tries = new AtomicInteger();
		Collection<Envelope> heard = hear(this.group, (message) -> {
			if (text(message).equals("bad")) {
				tries.incrementAndGet();
				throw reason;
			}
		});
		send("a", "bad");
		send("a", "good");
		eventually(() -> assertThat(heard).map(TransportContract::text).containsExactly("good"));
		eventually(() -> assertThat(transport().deadLetters(this.group)).isEqualTo(1));
		return tries.get();
	}

	private Collection<Envelope> hear(String group) {
		return hear(group, Audience.ONE_INSTANCE);
	}

	private Collection<Envelope> hear(String group, Audience audience) {
		Collection<Envelope> heard = new ConcurrentLinkedQueue<>();
		this.deliveries.add(transport().subscribe(new Subscription(group, Set.of(this.topic), audience, heard::add)));
		return heard;
	}

	private Collection<Envelope> hear(String group, Consumer<Envelope> handler) {
		Collection<Envelope> heard = new ConcurrentLinkedQueue<>();
		Consumer<Envelope> receiver = handler.andThen(heard::add);
		this.deliveries
			.add(transport().subscribe(new Subscription(group, Set.of(this.topic), Audience.ONE_INSTANCE, receiver)));
		return heard;
	}

	private Envelope send(String key, String body) {
		Envelope envelope = new Envelope(this.topic, key, Map.of("ce_id", "id of " + body),
				body.getBytes(StandardCharsets.UTF_8));
		transport().send(envelope).join();
		return envelope;
	}

	private static List<String> shared(Collection<Envelope> one, Collection<Envelope> other) {
		return List.of(one, other)
			.stream()
			.flatMap(Collection::stream)
			.map(TransportContract::text)
			.filter((text) -> !text.equals("warm-up"))
			.toList();
	}

	private static String text(Envelope message) {
		return new String(message.body(), StandardCharsets.UTF_8);
	}

	private static void eventually(ThrowingRunnable assertion) {
		await().atMost(PATIENCE).untilAsserted(assertion);
	}

}
