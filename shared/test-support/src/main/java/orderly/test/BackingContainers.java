package orderly.test;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.TestcontainersConfiguration;

import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * PostgreSQL and Kafka as containers that start and end with an application context
 * (Testcontainers), in the images of {@code docker-compose.yml}. They are never pulled: a
 * test downloads nothing behind anybody's back.
 */
@Configuration(proxyBeanMethods = false)
class BackingContainers {

	private static final String POSTGRES = "postgres:18.6";

	private static final String KAFKA = "apache/kafka:4.2.2";

	/**
	 * Who sets it removes what a killed JVM leaves. Testcontainers looks nowhere else.
	 */
	private static final String WITHOUT_RYUK = "TESTCONTAINERS_RYUK_DISABLED";

	// a daemon that hangs must not hang the tests
	private static final int SECONDS = 10;

	@Bean
	@ServiceConnection
	PostgreSQLContainer postgres() {
		return new PostgreSQLContainer(DockerImageName.parse(POSTGRES)).withImagePullPolicy((_) -> false);
	}

	@Bean
	@ServiceConnection
	KafkaContainer kafka() {
		return new KafkaContainer(DockerImageName.parse(KAFKA)).withImagePullPolicy((_) -> false);
	}

	/**
	 * Why they cannot start here, in a sentence without its stop; empty where they can.
	 * Testcontainers is not asked: it pulls Ryuk before it answers anything.
	 */
	static Optional<String> obstacle() {
		if (!succeeds("docker", "version")) {
			return Optional.of("Docker does not answer");
		}
		return needed().filter((image) -> !succeeds("docker", "image", "inspect", image))
			.findFirst()
			.map((image) -> "the image %s is not here; docker pull %s brings it".formatted(image, image));
	}

	private static Stream<String> needed() {
		Stream<String> servers = Stream.of(POSTGRES, KAFKA);
		return Boolean.parseBoolean(System.getenv(WITHOUT_RYUK)) ? servers : Stream.concat(servers, Stream.of(ryuk()));
	}

	/** As {@code testcontainers.properties} pins it. */
	private static String ryuk() {
		return TestcontainersConfiguration.getInstance().getEnvVarOrProperty("ryuk.container.image", "");
	}

	private static boolean succeeds(String... command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
			process.destroyForcibly();
			return ended && process.exitValue() == 0;
		}
		catch (IOException ex) {
			return false; // there is no such command
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
