package orderly.payment.provider;

import java.util.UUID;
import java.util.stream.Stream;

import orderly.test.upstream.Behaviour;
import orderly.test.upstream.Upstream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * How often a call arrives at the provider is counted where it arrives: we ask once, and
 * no layer in between asks again. Whoever asks again is the reconciler, later.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.autoconfigure.exclude=" + ProviderArrivalsTests.WITHOUT)
class ProviderArrivalsTests {

	/** All that needs a database or a broker. */
	static final String WITHOUT = "orderly.messaging.MessagingAutoConfiguration,"
			+ "orderly.messaging.kafka.KafkaTransportAutoConfiguration,"
			+ "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
			+ "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration";

	private static final Upstream PROVIDER = new Upstream();

	@Autowired
	private Provider provider;

	@DynamicPropertySource
	static void register(DynamicPropertyRegistry properties) {
		properties.add("orderly.payment.provider.url", PROVIDER::uri);
	}

	static Stream<Arguments> failures() {
		return Stream.of(argumentSet("resets", Behaviour.RESETS), argumentSet("hangs up", Behaviour.HANGS_UP),
				argumentSet("talks nonsense", Behaviour.TALKS_NONSENSE),
				argumentSet("says it cannot", Behaviour.answers(503)), argumentSet("is silent", Behaviour.SILENT),
				argumentSet("breaks off", Behaviour.breaksAfter(1, false)));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void aCallThatFailsArrivesOnce(Behaviour failure) {
		PROVIDER.that(failure);
		assertThat(charge()).isEqualTo(new Charge.Unknown());
		assertThat(PROVIDER.arrivals()).hasSize(1);
		assertThat(this.provider.end(UUID.randomUUID())).isEqualTo(new Charge.Unknown());
		assertThat(PROVIDER.arrivals()).hasSize(2);
		assertThat(this.provider.refund(UUID.randomUUID(), UUID.randomUUID(), 1)).isEqualTo(Refund.UNKNOWN);
		assertThat(PROVIDER.arrivals()).hasSize(3);
	}

	/** A connection that was kept from an earlier call may have been closed since. */
	@Test
	void soDoesOneOnAConnectionThatWasUsedBefore() {
		PROVIDER.that(Behaviour.inTurn(Behaviour.answers(200), Behaviour.RESETS));
		charge();
		charge();
		assertThat(PROVIDER.arrivals()).hasSize(2);
	}

	private Charge charge() {
		return this.provider.charge(UUID.randomUUID(), 1250, "EUR", "card-ok");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ ProviderConfiguration.class, ResilientProvider.class })
	static class ProviderAlone {

	}

}
