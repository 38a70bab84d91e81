package orderly.provider;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;

/**
 * The card processor as a process: a plain HTTP server on virtual threads over a ledger
 * in PostgreSQL.
 */
public final class PaymentProvider implements AutoCloseable {

	private final HikariDataSource pool;

	private final HttpServer server;

	private PaymentProvider(HikariDataSource pool, HttpServer server) {
		this.pool = pool;
		this.server = server;
	}

	static void main(String[] args) throws IOException {
		PaymentProvider provider = start(System.getenv());
		Runtime.getRuntime().addShutdownHook(new Thread(provider::close));
		System.out.println("payment-provider serves at " + provider.url());
	}

	/**
	 * Migrates the database and starts to serve.
	 * @param environment what its process would find in the environment: where to listen
	 * and where the ledger is
	 * @return the running provider
	 * @throws IOException where the port is taken
	 */
	public static PaymentProvider start(Map<String, String> environment) throws IOException {
		ProviderSettings settings = ProviderSettings.from(environment);
		// Else an answer in two packets waits 40 ms for the client's acknowledgement.
		System.setProperty("sun.net.httpserver.nodelay", "true");
		HttpServer server = HttpServer.create(new InetSocketAddress(settings.address(), settings.port()), 0);
		HikariDataSource pool = migratedPool(settings);
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/", new Router(new Charging(new Ledger(pool)).routes()));
		server.start();
		return new PaymentProvider(pool, server);
	}

	private static HikariDataSource migratedPool(ProviderSettings settings) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(settings.url());
		pool.setUsername(settings.username());
		pool.setPassword(settings.password());
		pool.setMinimumIdle(2);
		pool.setMaximumPoolSize(8);
		// In milliseconds: a caller waits 1 s, so that longer waits would answer nobody.
		pool.setConnectionTimeout(2_000);
		// Not db/migration: a test that starts the provider in its own process has its
		// own
		// there.
		Flyway.configure().dataSource(pool).locations("classpath:db/provider").load().migrate();
		return pool;
	}

	/**
	 * Where it serves.
	 * @return the base URL, without a slash at its end
	 */
	public URI url() {
		InetSocketAddress address = this.server.getAddress();
		return URI.create("http://%s:%d".formatted(address.getHostString(), address.getPort()));
	}

	@Override
	public void close() {
		this.server.stop(1);
		this.pool.close();
	}

}
