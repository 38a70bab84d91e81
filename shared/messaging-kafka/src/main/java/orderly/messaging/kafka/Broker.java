package orderly.messaging.kafka;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;

/**
 * The broker, asked for the first time when somebody needs it: its name may have no
 * address yet, and that stops no service from starting.
 */
class Broker implements DisposableBean {

	private final Map<String, Object> settings;

	private @Nullable Admin admin;

	Broker(Map<String, Object> settings) {
		this.settings = settings;
	}

	/**
	 * {@return what it is asked through}
	 * @throws org.apache.kafka.common.KafkaException where its name has no address
	 */
	synchronized Admin admin() {
		if (this.admin == null) {
			this.admin = Admin.create(this.settings);
		}
		return this.admin;
	}

	/** At once: who still waits for the broker would wait in vain. */
	@Override
	public synchronized void destroy() {
		if (this.admin != null) {
			this.admin.close(Duration.ZERO);
		}
	}

}
