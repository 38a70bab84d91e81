package orderly.messaging;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.stream.Stream;

import orderly.messaging.transport.DeliveryFailure;
import orderly.messaging.transport.DeliveryFailure.Poison;
import orderly.messaging.transport.DeliveryFailure.Transient;
import orderly.messaging.transport.DeliveryFailure.Unexplained;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

class FailureClassifierTests {

	private static final TestDatabase database = TestDatabase.fresh();

	private final FailureClassifier withDatabase = new FailureClassifier(database.jdbc());

	private final FailureClassifier withoutDatabase = new FailureClassifier(
			JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/away")));

	@AfterAll
	static void disconnect() {
		database.close();
	}

	static Stream<RuntimeException> passing() {
		return Stream.of(new CannotAcquireLockException("lock timeout"),
				new DataAccessResourceFailureException("the server closed the connection"),
				new CannotGetJdbcConnectionException("the pool is empty"),
				new CannotCreateTransactionException("no connection"), new TransactionSystemException("no commit"),
				new UncheckedIOException(new ConnectException("refused")),
				new IllegalStateException(new IllegalStateException(new ConnectException("refused"))));
	}

	@ParameterizedTest
	@MethodSource("passing")
	void waitsForWhatIsAway(RuntimeException failure) {
		assertThat(this.withDatabase.classify(failure)).isInstanceOf(Transient.class).hasCause(failure);
	}

	@Test
	void callsAMessagePoisonWhenThatIsProven() {
		assertThat(this.withoutDatabase.classify(new InvariantBrokenException("impossible")))
			.isInstanceOf(Poison.class);
		DeliveryFailure unreadable = new Poison("unreadable", new IllegalArgumentException());
		assertThat(this.withDatabase.classify(unreadable)).isSameAs(unreadable);
	}

	@Test
	void blamesAnUnforeseenFailureOnTheMessageOnlyWhileTheDatabaseAnswers() {
		RuntimeException unforeseen = new DataIntegrityViolationException("a bug, or a server that goes down");
		assertThat(this.withDatabase.classify(unforeseen)).isInstanceOf(Unexplained.class);
		assertThat(this.withoutDatabase.classify(unforeseen)).isInstanceOf(Transient.class);
	}

	@Test
	void classifiesErrorsToo() {
		assertThat(this.withDatabase.classify(new StackOverflowError())).isInstanceOf(Unexplained.class);
	}

}
