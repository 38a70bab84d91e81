package orderly.lab.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import orderly.lab.launcher.RunState.Child;
import orderly.lab.launcher.RunState.ChildState;
import orderly.test.Backing;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Against the real broker: what waits for a service that is down. */
class SilentServiceTests {

	private static final Map<String, Object> BROKER = Map.of("bootstrap.servers", Backing.kafka());

	private static final String SERVICE = "payment-service";

	private final String topic = UUID.randomUUID().toString();

	private final TestHome here;

	SilentServiceTests(@TempDir Path folder) {
		this.here = new TestHome(folder);
	}

	@BeforeEach
	void threeMessagesOfWhichOneWasHandled() throws Exception {
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(BROKER, new StringSerializer(),
				new StringSerializer()); Admin admin = Admin.create(BROKER)) {
			admin.createTopics(List.of(new NewTopic(this.topic, 1, (short) 1))).all().get();
			for (int i = 0; i < 3; i++) {
				producer.send(new ProducerRecord<>(this.topic, "key", "value")).get();
			}
			TopicPartition partition = new TopicPartition(this.topic, 0);
			admin.alterConsumerGroupOffsets(SERVICE, Map.of(partition, new OffsetAndMetadata(1))).all().get();
		}
	}

	@Test
	void whatWaitsForItIsToldByTheBroker() {
		int kafka = Integer.parseInt(Backing.kafka().substring(Backing.kafka().indexOf(':') + 1));
		this.here.runs(TestHome.ready("kafka", kafka), new Child("zipkin", ChildState.KILLED, 1, null),
				new Child(SERVICE, ChildState.KILLED, 1, null), new Child("gateway", ChildState.KILLED, 1, null));
		this.here.run(Status::new);
		assertThat(this.here.printed().lines().map((line) -> line.strip().replaceAll(" +", " ")))
			.contains(SERVICE + " 2 ? ? ? ?");
	}

}
