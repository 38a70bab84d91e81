package orderly.messaging;

import java.util.UUID;

/**
 * Tells a message from its repetition.
 */
interface Inbox {

	/**
	 * Policy {@code inbox} off: each delivery has its effect, as far as the state of what
	 * it is about allows.
	 */
	Inbox NONE = (subscription, messageId) -> true;

	boolean isNew(String subscription, UUID messageId);

}
