package orderly.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import orderly.provider.PaymentProvider;
import orderly.test.Backing;
import orderly.test.Database;

/**
 * The real provider with a ledger of its own, which can be stopped and started again.
 */
class ProviderProcess implements AutoCloseable {

	private final Map<String, String> environment = new HashMap<>();

	private PaymentProvider provider;

	ProviderProcess() {
		Database database = Backing.freshDatabase("provider");
		this.environment.put("SERVER_PORT", "0");
		this.environment.put("SPRING_DATASOURCE_URL", database.url());
		this.environment.put("SPRING_DATASOURCE_USERNAME", database.user());
		this.environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
		this.provider = started();
		this.environment.put("SERVER_PORT", String.valueOf(url().getPort()));
	}

	URI url() {
		return this.provider.url();
	}

	void restart() {
		this.provider = started();
	}

	@Override
	public void close() {
		this.provider.close();
	}

	private PaymentProvider started() {
		try {
			return PaymentProvider.start(this.environment);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
