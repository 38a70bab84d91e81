package orderly.chassis;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriUtils;

/**
 * What the server refuses before any application sees it, as a path that is none: a
 * problem as any other, with a trace that has this one span.
 */
class ServerProblems extends ErrorReportValve {

	private final Supplier<@Nullable Tracer> tracer;

	private final String servedBy;

	private final JsonMapper json = new JsonMapper();

	ServerProblems(Supplier<@Nullable Tracer> tracer, String servedBy) {
		this.tracer = tracer;
		this.servedBy = servedBy;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		try {
			write(response, problem(request, response));
		}
		catch (IOException | IllegalStateException ex) {
			// the client has gone
		}
	}

	private Map<String, Object> problem(Request request, Response response) {
		HttpStatusCode status = HttpStatusCode.valueOf(response.getStatus());
		Problem problem = StandardProblem.of(status)
			.because(status,
					"The server cannot read this: it is not HTTP as the standard has it, its head is longer than 8 KB, or it did not arrive in time.");
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("type", problem.getBody().getType());
		members.put("title", String.valueOf(problem.getBody().getTitle()));
		members.put("status", response.getStatus());
		members.put("detail", String.valueOf(problem.getBody().getDetail()));
		if (request.getRequestURI() != null) {
			members.put("instance", uri(request.getRequestURI()));
		}
		String traceId = traceId(response);
		if (traceId != null) {
			members.put("traceId", traceId);
		}
		return members;
	}

	/** As it came, where that is a URI. */
	private static String uri(String asked) {
		try {
			return new URI(asked).toString();
		}
		catch (URISyntaxException ex) {
			return UriUtils.encodePath(asked, StandardCharsets.UTF_8);
		}
	}

	private @Nullable String traceId(Response response) {
		Tracer tracer = this.tracer.get();
		if (response.getHeader(AnswerHeaders.TRACE_ID) == null && tracer != null) {
			Span span = tracer.nextSpan().name("refused").tag("status", response.getStatus()).start();
			response.setHeader(AnswerHeaders.TRACE_ID, span.context().traceId());
			span.end();
		}
		return response.getHeader(AnswerHeaders.TRACE_ID);
	}

	private void write(Response response, Map<String, Object> members) throws IOException {
		response.setHeader(AnswerHeaders.SERVED_BY, this.servedBy);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		byte[] body = this.json.writeValueAsBytes(members);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
		response.finishResponse();
	}

}
