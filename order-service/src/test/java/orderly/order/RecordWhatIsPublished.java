package orderly.order;

import orderly.messaging.EventPublisher;
import orderly.messaging.StoredTrace;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * Puts {@link Published} around the real publisher.
 */
@TestConfiguration(proxyBeanMethods = false)
class RecordWhatIsPublished {

	@Bean
	static BeanPostProcessor publisherThatIsRecorded(ApplicationContext context) {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof EventPublisher publisher)
						? new Published(publisher, context.getBean(StoredTrace.class)) : bean;
			}
		};
	}

}
