package orderly.provider;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that is not fulfilled, and why: becomes {@code application/problem+json} (RFC
 * 9457).
 */
class Refusal extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final int status;

	private final String slug;

	private final String title;

	private final transient List<FieldError> errors;

	record FieldError(String field, String message) {
	}

	Refusal(int status, String slug, String title, String detail) {
		this(status, slug, title, detail, List.of());
	}

	private Refusal(int status, String slug, String title, String detail, List<FieldError> errors) {
		super(detail);
		this.status = status;
		this.slug = slug;
		this.title = title;
		this.errors = errors;
	}

	/** Not what the interface speaks: not JSON, a wrong type, an unknown field. */
	static Refusal malformed(String field, String message) {
		return new Refusal(400, "malformed", "Malformed request", "The request cannot be read; see errors.",
				List.of(new FieldError(field, message)));
	}

	/** The right type, but a wrong value. */
	static Refusal invalid(String field, String message) {
		return new Refusal(422, "invalid", "Invalid value",
				"The request is well formed, but has a value that cannot be accepted; see errors.",
				List.of(new FieldError(field, message)));
	}

	int status() {
		return this.status;
	}

	Map<String, Object> body(String instance) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", "/problems/" + this.slug);
		body.put("title", this.title);
		body.put("status", this.status);
		body.put("detail", String.valueOf(getMessage()));
		body.put("instance", instance);
		if (!this.errors.isEmpty()) {
			body.put("errors", this.errors);
		}
		return body;
	}

}
