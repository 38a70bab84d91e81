package orderly.chassis;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Answers every exception with a problem that names its trace.
 */
@RestControllerAdvice
class ProblemAdvice {

	private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

	private final List<ProblemTranslation> translations;

	private final EdgeUrl edge;

	ProblemAdvice(List<ProblemTranslation> translations, EdgeUrl edge) {
		this.translations = translations;
		this.edge = edge;
	}

	/**
	 * Answers, unless the answer has already begun: then the exception goes on, so that
	 * the server breaks the connection and nobody takes half an answer for a whole one.
	 */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> answer(Exception exception, HttpServletRequest request, HttpServletResponse response)
			throws Exception {
		if (response.isCommitted()) {
			throw exception;
		}
		response.reset(); // headers of an answer that did not come to be, as its length
		Problem problem = translate(exception);
		if (problem.getStatusCode().is5xxServerError()) {
			tell(request, problem, exception);
		}
		return ResponseEntity.status(problem.getStatusCode())
			.headers(problem.getHeaders())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(complete(problem.getBody(), request, response.getHeader(AnswerHeaders.TRACE_ID)));
	}

	private Problem translate(Exception exception) {
		return this.translations.stream()
			.map((translation) -> translation.translate(exception))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(
					() -> StandardProblem.INTERNAL.because("The fault is ours. Its trace id leads to what happened."));
	}

	private void tell(HttpServletRequest request, Problem problem, Exception exception) {
		int status = problem.getStatusCode().value();
		if (status == 500) {
			log.error("{} {} -> 500", request.getMethod(), request.getRequestURI(), exception);
		}
		else {
			log.warn("{} {} -> {}: {}", request.getMethod(), request.getRequestURI(), status, exception.toString());
		}
		ServerHttpObservationFilter.findObservationContext(request).ifPresent((context) -> context.setError(exception));
	}

	private ProblemDetail complete(ProblemDetail body, HttpServletRequest request, @Nullable String traceId) {
		body.setInstance(URI.create(this.edge.of(request)));
		if (traceId != null) {
			body.setProperty("traceId", traceId);
		}
		return body;
	}

}
