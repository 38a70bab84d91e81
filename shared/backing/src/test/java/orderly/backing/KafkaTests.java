package orderly.backing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One broker for all tests: each has topics of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaTests {

	@TempDir
	private static Path folder;

	private Kafka kafka;

	@BeforeAll
	void start() {
		this.kafka = Kafka.start(folder.resolve("ein Büro"), folder.resolve("kafka.log"), Ports.free(), Ports.free());
	}

	@AfterAll
	void stop() {
		this.kafka.stop();
	}

	@Test
	void keepsItsTopicsWhenItIsStoppedAndGetsOtherPorts() throws Exception {
		createTopic("kept");
		this.kafka.stop();
		assertThat(this.kafka.isAlive()).isFalse();
		start();
		assertThat(topics()).contains("kept");
	}

	@Test
	void keepsItsTopicsWhenItIsKilled() throws Exception {
		createTopic("survivor");
		this.kafka.kill();
		assertThat(this.kafka.isAlive()).isFalse();
		start();
		assertThat(topics()).contains("survivor");
	}

	@Test
	void aTopicIsNotMadeByItsFirstUse() {
		try (var producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", this.kafka.bootstrapServers(), "max.block.ms", 2000),
				new StringSerializer(), new StringSerializer())) {
			assertThatExceptionOfType(ExecutionException.class)
				.isThrownBy(() -> producer.send(new ProducerRecord<>("misspelt", "value")).get());
		}
	}

	private void createTopic(String name) throws Exception {
		try (Admin admin = admin()) {
			admin.createTopics(List.of(new NewTopic(name, Optional.of(6), Optional.empty()))).all().get();
		}
	}

	private Set<String> topics() throws Exception {
		try (Admin admin = admin()) {
			return admin.listTopics().names().get();
		}
	}

	private Admin admin() {
		return Admin.create(Map.of("bootstrap.servers", this.kafka.bootstrapServers()));
	}

}
