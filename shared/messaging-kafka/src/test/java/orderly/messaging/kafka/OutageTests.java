package orderly.messaging.kafka;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import orderly.messaging.transport.Transport;
import orderly.test.OwnBacking;
import orderly.test.RealBacking;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = TestService.class, properties = "orderly.messaging.topics=work")
@Import(Work.class)
@RealBacking(database = "messaging", own = true)
class OutageTests {

	private static final int MESSAGES = 100;

	@Autowired
	private OwnBacking backing;

	@Autowired
	private Work work;

	@Autowired
	private Transport transport;

	@Test
	void aRestartOfTheDatabaseUnderLoadLosesNothingAndMakesNoDeadLetters() {
		UUID key = UUID.randomUUID();
		CompletableFuture<Void> load = CompletableFuture.runAsync(() -> publishAll(key));
		await().atMost(60, SECONDS).until(() -> !this.work.effects(key).isEmpty());
		this.backing.postgres().restart();
		load.join();
		assertThatAllHadTheirEffectInOrder(key);
	}

	@Test
	void aRestartOfTheBrokerUnderLoadLosesNothingAndMakesNoDeadLetters() {
		UUID key = UUID.randomUUID();
		CompletableFuture<Void> load = CompletableFuture.runAsync(() -> publishAll(key));
		await().atMost(60, SECONDS).until(() -> !this.work.effects(key).isEmpty());
		this.backing.kafka().stop();
		load.join();
		this.backing.kafka().start();
		assertThatAllHadTheirEffectInOrder(key);
	}

	private void publishAll(UUID key) {
		IntStream.range(0, MESSAGES).forEach((number) -> publish(key, number));
	}

	/** As a user would: once more when the answer was an error. */
	private void publish(UUID key, int number) {
		await().pollInterval(Duration.ofMillis(20)).atMost(60, SECONDS).ignoreExceptions().until(() -> {
			this.work.publish(key, number);
			return true;
		});
	}

	/** A commit whose answer is lost may be published twice: that is the user's doing. */
	private void assertThatAllHadTheirEffectInOrder(UUID key) {
		List<Integer> all = IntStream.range(0, MESSAGES).boxed().toList();
		await().atMost(120, SECONDS)
			.ignoreExceptions()
			.untilAsserted(
					() -> assertThat(new LinkedHashSet<>(this.work.effects(key))).containsExactlyElementsOf(all));
		assertThat(this.transport.deadLetters("test-service")).isZero();
	}

}
