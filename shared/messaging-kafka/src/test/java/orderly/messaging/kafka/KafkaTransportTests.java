package orderly.messaging.kafka;

import java.time.Duration;
import java.util.List;

import orderly.messaging.transport.Transport;
import orderly.messaging.transport.TransportContract;
import orderly.test.RealBacking;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = TestService.class,
		properties = { "orderly.messaging.retry-pause=10ms", "orderly.messaging.longest-retry-pause=50ms" })
@RealBacking(database = "messaging")
class KafkaTransportTests extends TransportContract {

	@Autowired
	private Transport transport;

	@Autowired
	private KafkaTopics topics;

	@Autowired
	private KafkaTransportSettings settings;

	@Override
	protected Transport transport() {
		return this.transport;
	}

	@Override
	protected void create(String topic) {
		try {
			this.topics.create(List.of(this.settings.onBroker(topic)), Duration.ofHours(1));
		}
		catch (InterruptedException stopped) {
			throw new IllegalStateException(stopped);
		}
	}

}
