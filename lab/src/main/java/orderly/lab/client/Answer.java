package orderly.lab.client;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a server said.
 *
 * @param status the HTTP status
 * @param traceId the {@code X-Trace-Id} header, if it came
 * @param servedBy the {@code X-Served-By} header, if it came
 * @param body the JSON; missing node where the body was empty or no JSON
 */
public record Answer(int status, @Nullable String traceId, @Nullable String servedBy, JsonNode body) {

	/** What is known when no answer came: status 0. */
	public static Answer none() {
		return new Answer(0, null, null, MissingNode.getInstance());
	}

	/** Whether the status is in the 200s. */
	public boolean ok() {
		return status / 100 == 2;
	}

	/**
	 * The last part of a problem's type, as in {@code short}; empty where the answer is
	 * no problem.
	 */
	public String problem() {
		String type = body.path("type").asString("");
		return type.substring(type.lastIndexOf('/') + 1);
	}

	/** One sentence for an answer that was not hoped for, with the fields at fault. */
	public String sentence() {
		String said = fields().isEmpty() ? body.path("detail").asString("") : fields();
		return "HTTP " + status + (said.isEmpty() ? "" : ": " + said);
	}

	private String fields() {
		return body.path("errors")
			.valueStream()
			.map(error -> error.path("field").asString("") + " " + error.path("message").asString(""))
			.collect(Collectors.joining("; "));
	}

}
