package orderly.backing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/**
 * The main class of the broker's JVM: formats the storage the first time, starts the
 * broker, and makes a file when a client finds it ready.
 */
final class KafkaNode {

	private KafkaNode() {
	}

	public static void main(String[] arguments) throws IOException {
		String settings = arguments[0];
		Properties properties = read(settings);
		if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
			format(settings);
		}
		String address = properties.getProperty("advertised.listeners").replaceFirst("^.*//", "");
		Thread.ofPlatform().daemon().name("readiness").start(() -> announce(address, Path.of(arguments[1])));
		kafka.Kafka.main(new String[] { settings });
	}

	private static Properties read(String file) throws IOException {
		Properties properties = new Properties();
		try (InputStream in = Files.newInputStream(Path.of(file))) {
			properties.load(in);
		}
		return properties;
	}

	private static void format(String settings) {
		String cluster = Uuid.randomUuid().toString();
		int failed = StorageTool.execute(new String[] { "format", "--standalone", "-t", cluster, "-c", settings },
				System.out);
		if (failed != 0) {
			System.exit(failed);
		}
	}

	private static void announce(String address, Path ready) {
		try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address))) {
			while (admin.describeCluster().nodes().get().isEmpty()) {
				Thread.sleep(50);
			}
			Files.createFile(ready);
		}
		catch (Exception ex) {
			throw new IllegalStateException("Cannot tell whether the broker is ready", ex);
		}
	}

}
