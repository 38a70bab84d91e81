package orderly.messaging.kafka;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Creates the topics that this service owns, in the background: they come when the broker
 * comes.
 */
class OwnTopics implements InitializingBean, DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(OwnTopics.class);

	private final Thread creation = Thread.ofVirtual().unstarted(this::create);

	private final KafkaTopics topics;

	private final KafkaTransportSettings settings;

	OwnTopics(KafkaTopics topics, KafkaTransportSettings settings) {
		this.topics = topics;
		this.settings = settings;
	}

	@Override
	public void afterPropertiesSet() {
		this.creation.start();
	}

	@Override
	public void destroy() {
		this.creation.interrupt();
	}

	private void create() {
		try {
			this.topics.create(this.settings.onBroker(this.settings.topics()), this.settings.topicRetention());
		}
		catch (InterruptedException stopped) {
			log.debug("Stopped before the broker was there");
		}
	}

}
