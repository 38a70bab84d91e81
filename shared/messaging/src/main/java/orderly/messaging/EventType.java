package orderly.messaging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The wire name of an event. Each service declares its own record of just the fields that
 * it writes or reads; only this name and the JSON couple sender and receiver.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

	/**
	 * The CloudEvents {@code type}, with its major version: {@code order.placed.v1}.
	 * @return the type
	 */
	String value();

	/**
	 * The topic that carries it: its producer's, {@code orders}.
	 * @return the topic, without the prefix that a deployment may set
	 */
	String topic();

}
