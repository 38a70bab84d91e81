package orderly.provider;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import orderly.test.Backing;
import orderly.test.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * A provider with a fresh ledger, and an order of its own for each test.
 */
abstract class ProviderTest {

	static PaymentProvider provider;

	static Merchant merchant;

	final UUID orderId = UUID.randomUUID();

	@BeforeAll
	static void start() throws IOException {
		Database database = Backing.freshDatabase("provider");
		provider = PaymentProvider.start(Map.of("SERVER_PORT", "0", "SPRING_DATASOURCE_URL", database.url(),
				"SPRING_DATASOURCE_USERNAME", database.user(), "SPRING_DATASOURCE_PASSWORD", database.password()));
		merchant = new Merchant(provider.url());
	}

	@AfterAll
	static void stop() {
		provider.close();
	}

}
