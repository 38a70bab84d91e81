package orderly.messaging;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import orderly.messaging.transport.DeliveryFailure;
import orderly.messaging.transport.DeliveryFailure.Poison;
import orderly.messaging.transport.DeliveryFailure.Transient;
import orderly.messaging.transport.DeliveryFailure.Unexplained;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * The one place that decides what a handler's failure means. Poison must be proven, and
 * what is known to pass is waited out. A failure that nobody foresaw counts against the
 * message only while the database answers: one forgotten exception class must not empty a
 * backlog into the dead letters while a database restarts.
 */
class FailureClassifier {

	private static final List<Class<? extends Throwable>> PASSING = List.of(TransientDataAccessException.class,
			RecoverableDataAccessException.class, NonTransientDataAccessResourceException.class,
			TransactionException.class, IOException.class);

	private final JdbcClient jdbc;

	FailureClassifier(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	// tag::classify[]
	DeliveryFailure classify(Throwable failure) {
		return switch (failure) {
			case DeliveryFailure classified -> classified;
			case InvariantBrokenException broken -> new Poison("The message cannot be true", broken);
			case Throwable known when passes(known) -> new Transient(known);
			default -> databaseAnswers() ? new Unexplained(failure) : new Transient(failure);
		};
	}
	// end::classify[]

	private static boolean passes(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.anyMatch((cause) -> PASSING.stream().anyMatch((type) -> type.isInstance(cause)));
	}

	private boolean databaseAnswers() {
		try {
			return this.jdbc.sql("select true").query(Boolean.class).single();
		}
		catch (RuntimeException away) {
			return false;
		}
	}

}
