package orderly.chassis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import orderly.chassis.Problem.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * What was wrong with a JSON body: 400 where it is not JSON, or of another type, or has a
 * field that nobody knows; 422 where the type is right and the value is not.
 */
final class JsonFault {

	private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*)\"");

	private JsonFault() {
	}

	static Problem of(HttpMessageNotReadableException exception) {
		for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof JacksonException fault) {
				return of(fault, NestedExceptionUtils.getMostSpecificCause(fault));
			}
		}
		return StandardProblem.MALFORMED.because("A body is needed: JSON, as application/json.");
	}

	private static Problem of(JacksonException fault, Throwable cause) {
		String path = path(fault.getPath());
		if (cause instanceof InputCoercionException) {
			return Problem.invalid(List.of(new FieldError(path, "is too large a number")));
		}
		return switch (fault) {
			case StreamConstraintsException ex -> StandardProblem.MALFORMED
				.because("The body is deeper, or has a longer number or text, than is read here: "
						+ ex.getOriginalMessage());
			case MismatchedInputException ex when isSecond(ex) ->
				StandardProblem.MALFORMED.because("The body goes on after its end: one JSON value is expected.");
			case StreamReadException ex when twice(ex).matches() ->
				malformed(twice(ex).replaceFirst("$1"), "is given twice");
			case UnrecognizedPropertyException _ -> malformed(path, "is not a known field");
			case InvalidFormatException ex when isText(ex) -> Problem.invalid(error(path, ex));
			case MismatchedInputException ex -> malformed(path, Types.expected(ex.getTargetType()));
			default -> notJson(fault);
		};
	}

	private static Matcher twice(StreamReadException exception) {
		return TWICE.matcher(exception.getOriginalMessage());
	}

	/** A string where a string is right, but not this one: no UUID, no such constant. */
	private static boolean isText(InvalidFormatException exception) {
		return exception.getValue() instanceof String && Types.isWrittenAsText(exception.getTargetType());
	}

	private static boolean isSecond(MismatchedInputException exception) {
		return exception.getPath().isEmpty() && exception.getOriginalMessage().startsWith("Trailing token");
	}

	private static List<FieldError> error(String path, InvalidFormatException exception) {
		return List.of(new FieldError(path, Types.expected(exception.getTargetType())));
	}

	private static Problem malformed(String path, String message) {
		return StandardProblem.MALFORMED.because("The body is JSON, but not of the expected form; see errors.")
			.with("errors", List.of(new FieldError(path, message)));
	}

	private static Problem notJson(JacksonException fault) {
		return StandardProblem.MALFORMED.because("The body is not JSON, from line %d, column %d on."
			.formatted(fault.getLocation().getLineNr(), fault.getLocation().getColumnNr()));
	}

	private static String path(List<JacksonException.Reference> references) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference reference : references) {
			if (reference.getPropertyName() == null) {
				path.append('[').append(reference.getIndex()).append(']');
			}
			else {
				path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
			}
		}
		return path.toString();
	}

}
