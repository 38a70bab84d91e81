package orderly.messaging;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service sends from its outbox and remembers in its inbox.
 *
 * @param lease how long a relay owns a bucket without renewing it, 1 s or more: so long
 * wait the messages of a relay that died
 * @param poll how long a relay sleeps when nothing wakes it, 10 ms or more: so long wait
 * messages whose bucket another instance owns
 * @param batch rows read for one batch, 1 to 1000
 * @param lockTimeout longest wait of a handler for a lock, 100 ms or more, shorter than
 * the database's {@code idle_in_transaction_session_timeout}
 * @param inboxRetention how long a handled message is remembered; at least as long as
 * topics and dead letters are kept
 */
@ConfigurationProperties("orderly.messaging")
record MessagingSettings(@DefaultValue("5s") Duration lease, @DefaultValue("500ms") Duration poll,
		@DefaultValue("200") int batch, @DefaultValue("5s") Duration lockTimeout,
		@DefaultValue("8d") Duration inboxRetention) {
}
