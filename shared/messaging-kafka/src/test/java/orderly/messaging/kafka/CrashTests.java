package orderly.messaging.kafka;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import orderly.messaging.transport.Transport;
import orderly.test.Backing;
import orderly.test.Database;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A real process dies at the worst moment, and another one takes over. */
class CrashTests {

	private final Database database = Backing.freshDatabase("messaging");

	private final List<String> settings = List.of("--spring.datasource.url=" + this.database.url(),
			"--spring.datasource.username=" + this.database.user(),
			"--spring.datasource.password=" + this.database.password(),
			"--spring.kafka.bootstrap-servers=" + Backing.kafka(),
			"--orderly.messaging.prefix=" + Backing.freshPrefix(), "--orderly.messaging.topics=work");

	@Test
	void aProcessThatDiesBetweenEffectAndAcknowledgementHasOneEffect() throws Exception {
		UUID key = UUID.randomUUID();
		Process dying = startProcess(key);
		assertThat(dying.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(dying.exitValue()).isEqualTo(DyingService.HALTED);
		try (ConfigurableApplicationContext heir = new SpringApplicationBuilder(TestService.class, Work.class)
			.run(this.settings.toArray(String[]::new))) {
			await().atMost(60, SECONDS).until(() -> duplicates(heir) >= 1);
			assertThat(heir.getBean(Work.class).effects(key)).containsExactly(1);
		}
	}

	private static double duplicates(ConfigurableApplicationContext service) {
		return service.getBean(MeterRegistry.class)
			.find("orderly.messages")
			.tag("outcome", "duplicate")
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	private Process startProcess(UUID key) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						DyingService.class.getName(), key.toString()));
		command.addAll(this.settings);
		command.add("--spring.main.keep-alive=true"); // all its own threads are daemons
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(Path.of("target", "dying-service.log").toFile());
		builder.environment()
			.put("CLASSPATH", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
		return builder.start();
	}

	/** Publishes a message, and dies when it has had its effect on itself. */
	static class DyingService implements BeanPostProcessor {

		static final int HALTED = 137;

		public static void main(String[] arguments) {
			String[] settings = List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
			new SpringApplicationBuilder(TestService.class, Work.class, DyingService.class).run(settings)
				.getBean(Work.class)
				.publish(UUID.fromString(arguments[0]), 1);
		}

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return (bean instanceof Transport transport) ? new DyingTransport(transport) : bean;
		}

	}

	record DyingTransport(Transport transport) implements Transport {

		@Override
		public CompletableFuture<?> send(Envelope envelope) {
			return this.transport.send(envelope);
		}

		@Override
		public Runnable subscribe(Subscription healthy) {
			return this.transport.subscribe(new Subscription(healthy.group(), healthy.topics(), healthy.audience(),
					healthy.receiver().andThen((_) -> Runtime.getRuntime().halt(DyingService.HALTED))));
		}

		@Override
		public long lag(String group, Set<String> topics) {
			return this.transport.lag(group, topics);
		}

		@Override
		public long deadLetters(String group) {
			return this.transport.deadLetters(group);
		}

	}

}
