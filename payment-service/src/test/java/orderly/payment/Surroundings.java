package orderly.payment;

import java.io.IOException;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import orderly.messaging.EventPublisher;
import orderly.messaging.Subscriptions;
import orderly.payment.provider.Provider;
import orderly.provider.PaymentProvider;
import orderly.test.Backing;
import orderly.test.Database;

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
	PaymentProvider paymentProvider() throws IOException {
		Database database = Backing.freshDatabase("provider");
		return PaymentProvider.start(Map.of("SERVER_PORT", "0", "SPRING_DATASOURCE_URL", database.url(),
				"SPRING_DATASOURCE_USERNAME", database.user(), "SPRING_DATASOURCE_PASSWORD", database.password()));
	}

	@Bean
	DynamicPropertyRegistrar settings(PaymentProvider provider) {
		return (registry) -> {
			registry.add("orderly.payment.provider.url", provider::url);
			// The tests speak for the other services too.
			registry.add("orderly.messaging.topics", () -> "payments,inventory,orders");
		};
	}

	@Bean
	@Primary
	Gate gate(@Qualifier("resilientProvider") Provider provider) {
		return new Gate(provider);
	}

	@Bean
	Neighbours neighbours(Subscriptions subscriptions, EventPublisher publisher, TransactionOperations transaction,
			JdbcClient jdbc, MeterRegistry meters) {
		return new Neighbours(subscriptions, publisher, transaction, jdbc, meters);
	}

	@Bean
	Books books(Payments payments, PaymentProvider provider) {
		return new Books(payments, new ProviderLedger(provider.url()));
	}

}
