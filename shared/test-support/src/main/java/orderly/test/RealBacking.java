package orderly.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.ContextCustomizerFactories;

/**
 * On a {@code @SpringBootTest}: a fresh database and role on the real PostgreSQL that all
 * tests share, a fresh prefix of topics and groups on the real Kafka, no registry and no
 * export of traces. The test's own properties win over these.
 * <p>
 * They belong to the annotated class and its subclasses: an annotated base class shares
 * its application context, database included, among them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ContextCustomizerFactories(RealBackingCustomizerFactory.class)
public @interface RealBacking {

	/**
	 * How the database's name begins: the service's own, such as {@code orders}.
	 * @return the beginning of a name
	 */
	String database();

	/**
	 * Whether the test breaks its servers: then it gets a PostgreSQL and a Kafka of its
	 * own, some seconds later, and the bean {@link OwnBacking} to stop and start them.
	 * @return whether it gets its own
	 */
	boolean own() default false;

	/**
	 * Whether its servers may be containers as well: {@code -Dorderly.test.backing} says
	 * which, {@code auto} (the default), {@code local} or {@code containers}. The module
	 * then needs Boot's and Testcontainers' jars for PostgreSQL and Kafka.
	 * @return whether containers will do
	 */
	boolean containers() default false;

}
