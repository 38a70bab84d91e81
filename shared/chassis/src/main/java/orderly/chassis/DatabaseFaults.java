package orderly.chassis;

import java.sql.SQLException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * A database that is away, or too busy, is an outage and no fault of the code; and a text
 * that it cannot keep is the caller's.
 */
class DatabaseFaults implements ProblemTranslation {

	/** PostgreSQL's character_not_in_repertoire: a NUL within a text. */
	private static final String NOT_A_TEXT = "22021";

	@Override
	public @Nullable Problem translate(Exception exception) {
		return switch (exception) {
			case CannotCreateTransactionException _, DataAccessResourceFailureException _,
					TransientDataAccessException _, TransactionSystemException _ ->
				away();
			case DataIntegrityViolationException ex when isNoText(ex) ->
				StandardProblem.MALFORMED.because("A text has a character that cannot be stored, as NUL.");
			default -> null;
		};
	}

	private static Problem away() {
		return StandardProblem.UNAVAILABLE
			.because("The database does not answer at the moment. What was asked may have been done; "
					+ "ask again, with the same Idempotency-Key where there is one.")
			.retryAfter(Duration.ofSeconds(1));
	}

	private static boolean isNoText(DataIntegrityViolationException exception) {
		return NestedExceptionUtils.getMostSpecificCause(exception) instanceof SQLException cause
				&& NOT_A_TEXT.equals(cause.getSQLState());
	}

}
