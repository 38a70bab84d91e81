package orderly.chassis;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Leaves without failing a caller. Eureka hears of the end first (order 0) and takes this
 * instance out of the registry; then comes this pause, in which it still serves those who
 * have not heard; only after it the web server refuses new requests.
 */
class Drain implements ApplicationListener<ContextClosedEvent>, Ordered {

	private static final Logger log = LoggerFactory.getLogger(Drain.class);

	private final ApplicationContext own;

	private final Duration pause;

	Drain(ApplicationContext own, Duration pause) {
		this.own = own;
		this.pause = pause;
	}

	// tag::drain[]
	@Override
	public int getOrder() {
		return 1;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.own) {
			pause();
		}
	}

	private void pause() {
		log.info("Out of the registry; serving for {} ms more", this.pause.toMillis());
		try {
			Thread.sleep(this.pause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}
	// end::drain[]

}
