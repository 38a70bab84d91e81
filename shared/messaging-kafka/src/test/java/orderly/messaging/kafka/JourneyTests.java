package orderly.messaging.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import orderly.messaging.EventPublisher;
import orderly.messaging.EventType;
import orderly.messaging.Message;
import orderly.messaging.Subscriptions;
import orderly.test.RealBacking;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From one service's transaction through outbox, Kafka and inbox into another's. */
@SpringBootTest(classes = TestService.class, properties = "orderly.messaging.topics=questions,answers")
@Import(JourneyTests.Heard.class)
@RealBacking(database = "messaging")
class JourneyTests {

	@Autowired
	private EventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Heard heard;

	@Autowired
	private Tracer tracer;

	@Autowired
	private MeterRegistry meters;

	@Test
	void anEventCausesItsEffectAndTheNextEvent() {
		UUID key = UUID.randomUUID();
		this.transaction.executeWithoutResult((_) -> this.events.publish(key, new Asked("why")));
		await().atMost(30, SECONDS).untilAsserted(() -> assertThat(this.heard.answers).anySatisfy((answer) -> {
			assertThat(answer.key()).isEqualTo(key);
			assertThat(answer.type()).isEqualTo("answer.given.v1");
			assertThat(answer.event()).isEqualTo(new Answered("because of why"));
		}));
	}

	@Test
	void oneTraceRunsThroughAllOfIt() {
		Span request = this.tracer.nextSpan().name("request").start();
		try (Tracer.SpanInScope _ = this.tracer.withSpan(request)) {
			this.transaction
				.executeWithoutResult((_) -> this.events.publish(UUID.randomUUID(), new Asked("in a trace")));
		}
		request.end();
		String trace = request.context().traceId();
		await().atMost(30, SECONDS).untilAsserted(() -> assertThat(this.heard.tracesOfAnswers).contains(trace));
	}

	@Test
	void countsWhatWasSkippedAndWhatWasHandled() {
		UUID key = UUID.randomUUID();
		this.transaction.executeWithoutResult((_) -> {
			this.events.publish(key, new Unwanted("noise"));
			this.events.publish(key, new Asked("why"));
		});
		await().atMost(30, SECONDS).untilAsserted(() -> {
			assertThat(count("question.unwanted.v1", "skipped")).isPositive();
			assertThat(count("question.asked.v1", "handled")).isPositive();
		});
	}

	@Test
	void anEventThatTheBrokerRefusesStepsAside(@Autowired Broker broker, @Autowired KafkaTransportSettings settings,
			@Autowired JdbcClient jdbc) throws Exception {
		NewTopic narrow = new NewTopic(settings.onBroker("narrow"), 1, (short) 1)
			.configs(Map.of("max.message.bytes", "1000"));
		broker.admin().createTopics(List.of(narrow)).all().get();
		UUID key = UUID.randomUUID();
		this.transaction.executeWithoutResult((_) -> {
			this.events.publish(key, new Wide("x".repeat(2000)));
			this.events.publish(key, new Asked("and now"));
		});
		await().atMost(30, SECONDS).untilAsserted(() -> {
			assertThat(jdbc.sql("select count(*) from outbox_dead_letter where key = ?")
				.param(key)
				.query(Integer.class)
				.single()).isEqualTo(1);
			assertThat(this.heard.answers).anySatisfy((answer) -> assertThat(answer.key()).isEqualTo(key));
		});
	}

	private double count(String type, String outcome) {
		return this.meters.counter("orderly.messages", "type", type, "outcome", outcome).count();
	}

	@EventType(value = "question.asked.v1", topic = "questions")
	record Asked(String question) {
	}

	@EventType(value = "question.unwanted.v1", topic = "questions")
	record Unwanted(String question) {
	}

	@EventType(value = "wide.v1", topic = "narrow")
	record Wide(String text) {
	}

	@EventType(value = "answer.given.v1", topic = "answers")
	record Answered(String answer) {
	}

	static class Heard {

		private final Collection<Message<Answered>> answers = new ConcurrentLinkedQueue<>();

		private final Collection<String> tracesOfAnswers = new ConcurrentLinkedQueue<>();

		Heard(Subscriptions subscriptions, EventPublisher events, Tracer tracer) {
			subscriptions
				.on(Asked.class,
						(asked) -> events.publish(asked.key(), new Answered("because of " + asked.event().question())))
				.on(Answered.class, (answered) -> {
					this.answers.add(answered);
					this.tracesOfAnswers.add(Objects.requireNonNull(tracer.currentSpan()).context().traceId());
				});
		}

	}

}
