package orderly.payment;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import orderly.messaging.EventPublisher;
import orderly.messaging.Subscriptions;
import orderly.payment.provider.Provider;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What surrounds payment-service in tests: the real provider with a ledger of its own, a
 * gate before it, and the other services' voices and ears.
 */
@TestConfiguration(proxyBeanMethods = false)
class Surroundings {

	@Bean
	ProviderProcess providerProcess() {
		return new ProviderProcess();
	}

	@Bean
	DynamicPropertyRegistrar settings(ProviderProcess provider) {
		return (registry) -> {
			registry.add("orderly.payment.provider.url", provider::url);
			// The tests speak for the other services too.
			registry.add("orderly.messaging.topics", () -> "payments,inventory,orders");
		};
	}

	@Bean
	@Primary
	Gate gate(@Qualifier("resilientProvider") Provider provider, Tracer tracer) {
		return new Gate(provider, tracer);
	}

	@Bean
	Neighbours neighbours(Subscriptions subscriptions, EventPublisher publisher, TransactionOperations transaction,
			JdbcClient jdbc, MeterRegistry meters) {
		return new Neighbours(subscriptions, publisher, transaction, jdbc, meters);
	}

	@Bean
	Books books(Payments payments, ProviderProcess provider) {
		return new Books(payments, new ProviderLedger(provider.url()));
	}

}
