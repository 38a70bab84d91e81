package orderly.chassis;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import orderly.chassis.Problem.FieldError;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Turns what Spring MVC throws into problems that name the field at fault.
 */
class Faults implements ProblemTranslation {

	@Override
	public @Nullable Problem translate(Exception exception) {
		return switch (exception) {
			case Problem problem -> problem;
			case HttpMessageNotReadableException ex -> JsonFault.of(ex);
			case MethodArgumentNotValidException ex -> Problem.invalid(fields(ex.getBindingResult()).toList());
			case HandlerMethodValidationException ex -> Problem.invalid(fields(ex));
			case MethodArgumentTypeMismatchException ex ->
				malformed(ex.getName(), Types.expected(ex.getRequiredType()));
			case MissingServletRequestParameterException ex -> malformed(ex.getParameterName(), "is missing");
			case MissingRequestHeaderException ex -> malformed(ex.getHeaderName(), "is missing");
			case ErrorResponse ex -> ofStatus(ex);
			default -> null;
		};
	}

	private static Problem malformed(String field, String message) {
		return StandardProblem.MALFORMED.because("The request cannot be understood; see errors.")
			.with("errors", List.of(new FieldError(field, message)));
	}

	private static Problem ofStatus(ErrorResponse response) {
		String detail = Objects.requireNonNullElse(response.getBody().getDetail(), "");
		Problem problem = StandardProblem.of(response.getStatusCode()).because(response.getStatusCode(), detail);
		problem.getHeaders().putAll(response.getHeaders());
		return problem;
	}

	private static List<FieldError> fields(HandlerMethodValidationException exception) {
		return exception.getParameterValidationResults().stream().flatMap(Faults::fields).toList();
	}

	private static Stream<FieldError> fields(ParameterValidationResult result) {
		if (result instanceof ParameterErrors nested) {
			return fields((Errors) nested);
		}
		String name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "");
		return result.getResolvableErrors().stream().map((error) -> new FieldError(name, message(error)));
	}

	private static Stream<FieldError> fields(Errors errors) {
		return errors.getAllErrors()
			.stream()
			.map((error) -> new FieldError(
					(error instanceof org.springframework.validation.FieldError field) ? field.getField() : "",
					message(error)));
	}

	private static String message(MessageSourceResolvable error) {
		return Objects.requireNonNullElse(error.getDefaultMessage(), "is not accepted");
	}

}
