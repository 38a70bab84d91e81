package orderly.lab.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import orderly.lab.launcher.Part.Kind;

/**
 * Every process, port, database and order of start, on one page.
 *
 * @param offset what is added to every port, so that two systems can run side by side
 */
record Topology(int offset) {

	/**
	 * Most JVMs that start at the same time: two cores start two services as fast as one
	 * after the other, and five slower.
	 */
	static final int WAVE = 2;

	/** One for each service that keeps something; its role has the same name. */
	static final List<String> DATABASES = List.of("orders", "inventory", "payments", "notifications", "provider");

	/** Guards nothing: only the loopback can reach PostgreSQL. */
	static final String DATABASE_PASSWORD = "orderly";

	/**
	 * {@return all processes, in the order in which they are started as soon as those
	 * before them are ready}
	 */
	List<Part> parts() {
		return List.of(kafka(), postgres(), zipkin(), registry(), provider(), service("order-service", 8081, "orders"),
				service("inventory-service", 8082, "inventory"), payment(), gateway());
	}

	/** Those that come and go while the system runs, which is whole without them. */
	List<Part> guests() {
		return List.of(service("notifications", 8084, "notifications"));
	}

	List<Part> all() {
		return Stream.concat(parts().stream(), guests().stream()).toList();
	}

	/**
	 * {@return the port of the supervisor's control API; later also of the console}
	 */
	int controlPort() {
		return at(8090);
	}

	/**
	 * {@return the second port of Kafka, where its controller listens}
	 */
	int kafkaControllerPort() {
		return at(19093);
	}

	private Part kafka() {
		return Part.backing("kafka", Kind.KAFKA, at(19092));
	}

	private Part postgres() {
		return Part.backing("postgres", Kind.POSTGRES, at(15432));
	}

	private Part zipkin() {
		return Part.backing("zipkin", Kind.ZIPKIN, at(9411));
	}

	private Part registry() {
		return new Part("registry", Kind.JAR, at(8761), "/actuator/health/readiness", 96, List.of(),
				environment("registry", 8761, Map.of()));
	}

	/**
	 * The outside world: it has no registry, no traces and a database that is not ours.
	 */
	private Part provider() {
		return new Part("payment-provider", Kind.JAR, at(8089), "/health", 64, List.of("postgres"),
				environment("payment-provider", 8089, database("provider")));
	}

	private Part service(String name, int port, String database) {
		return new Part(name, Kind.SERVICE, at(port), "/actuator/health/readiness", 128,
				List.of("registry", "kafka", "postgres", "zipkin"), environment(name, port, database(database)));
	}

	private Part payment() {
		return service("payment-service", 8083, "payments").with("payment-provider",
				Map.of("ORDERLY_PAYMENT_PROVIDER_URL", "http://127.0.0.1:" + at(8089)));
	}

	private Part gateway() {
		return new Part("gateway", Kind.JAR, at(8080), "/actuator/health/readiness", 128,
				List.of("registry", "order-service", "inventory-service"),
				environment("gateway", 8080, Map.of("ORDERLY_GATEWAY_LINKS_ZIPKIN", "http://127.0.0.1:" + at(9411),
						"ORDERLY_GATEWAY_LINKS_EUREKA", "http://127.0.0.1:" + at(8761))));
	}

	private Map<String, String> environment(String name, int port, Map<String, String> own) {
		Map<String, String> all = new HashMap<>(Map.of("SERVER_PORT", "" + at(port), "SERVER_ADDRESS", "127.0.0.1",
				"SPRING_PROFILES_ACTIVE", "lab", "ORDERLY_RELEASE", "1", "ORDERLY_INSTANCE", "1",
				"SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + at(19092), "EUREKA_CLIENT_SERVICEURL_DEFAULTZONE",
				"http://127.0.0.1:" + at(8761) + "/eureka/", "MANAGEMENT_TRACING_EXPORT_ZIPKIN_ENDPOINT",
				"http://127.0.0.1:" + at(9411) + "/api/v2/spans"));
		all.putAll(own);
		return Map.copyOf(all);
	}

	private Map<String, String> database(String name) {
		return Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:%d/%s".formatted(at(15432), name),
				"SPRING_DATASOURCE_USERNAME", name, "SPRING_DATASOURCE_PASSWORD", DATABASE_PASSWORD);
	}

	private int at(int port) {
		return port + this.offset;
	}

}
