package orderly.messaging;

import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import orderly.messaging.transport.Transport;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts messaging together. A service needs nothing but a transport on its class path.
 */
@AutoConfiguration(before = JdbcTemplateAutoConfiguration.class)
@EnableConfigurationProperties(MessagingSettings.class)
@PropertySource("classpath:orderly/messaging/messaging.properties")
class MessagingAutoConfiguration {

	private final MessagingSettings settings;

	private final String service;

	private final Environment environment;

	MessagingAutoConfiguration(MessagingSettings settings, @Value("${spring.application.name}") String service,
			Environment environment) {
		this.settings = settings;
		this.service = service;
		this.environment = environment;
	}

	@Bean
	StoredTrace storedTrace(ObjectProvider<ObservationRegistry> observations, ObjectProvider<Tracer> tracer,
			ObjectProvider<Propagator> propagator) {
		return new ObservedTrace(observations.getIfAvailable(() -> ObservationRegistry.NOOP),
				tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
	}

	/**
	 * Spring's table of PostgreSQL's error codes. Its default goes by the standard's
	 * classes alone, which have no word for a lock that was waited for too long (55P03).
	 */
	@Bean
	@ConditionalOnMissingBean
	SQLExceptionTranslator sqlExceptionTranslator() {
		return new SQLErrorCodeSQLExceptionTranslator("PostgreSQL");
	}

	@Bean
	Outbox outbox(JdbcClient jdbc) {
		return new Outbox(jdbc, this.settings.batch());
	}

	@Bean
	RelayThread outboxRelay(Outbox outbox, JdbcClient jdbc, Transport transport, StoredTrace trace) {
		Leases leases = new Leases(jdbc, this.settings.lease());
		return new RelayThread(new Relay(outbox, leases, transport, trace, this.service), this.settings.poll());
	}

	@Bean
	EventPublisher eventPublisher(Outbox outbox, StoredTrace trace, RelayThread relay, Transport transport) {
		return new TransactionalPublisher(trace, choose("outbox", Departures.throughOutbox(outbox, relay::wake),
				Departures.afterCommit(transport, this.service)));
	}

	@Bean
	InboxTable inbox(JdbcClient jdbc) {
		return new InboxTable(jdbc, this.settings.inboxRetention());
	}

	@Bean
	Dispatcher messageDispatcher(InboxTable inbox, JdbcClient jdbc, PlatformTransactionManager transactions,
			MeterRegistry meters) {
		return new Dispatcher(choose("inbox", inbox, Inbox.NONE), new InHand(this.service, meters),
				new FailureClassifier(jdbc), new TransactionTemplate(transactions), jdbc, this.settings.lockTimeout(),
				meters);
	}

	@Bean
	Subscriber subscriptions(Transport transport, Dispatcher dispatcher) {
		return new Subscriber(this.service, transport, dispatcher);
	}

	@Bean
	Housekeeping messagingHousekeeping(Outbox outbox, InboxTable inbox, Subscriber subscriber, Transport transport,
			MeterRegistry meters) {
		return new Housekeeping(this.service, outbox, inbox, subscriber, transport, meters);
	}

	/** Asked at each call: a policy is switched while the service runs. */
	private <T> Supplier<T> choose(String policy, T on, T off) {
		return () -> this.environment.getProperty("orderly.policies." + policy, Boolean.class, true) ? on : off;
	}

}
