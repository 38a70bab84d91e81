package orderly.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import orderly.chassis.Problem;
import orderly.chassis.Problem.FieldError;
import orderly.messaging.StoredTrace;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Takes down who asks for an order, under which key, and for what.
 */
@Component
class Attempts {

	private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

	private final JsonMapper json;

	private final StoredTrace trace;

	Attempts(JsonMapper json, StoredTrace trace) {
		this.json = json;
		this.trace = trace;
	}

	Attempt of(@Nullable String key, String apiVersion, OrderRequest request) {
		if (key != null && !KEY.matcher(key).matches()) {
			throw Problem
				.invalid(List.of(new FieldError("Idempotency-Key", "must be 1 to 255 visible ASCII characters")));
		}
		return new Attempt("guest", key, fingerprint(apiVersion, request), apiVersion,
				"/api/v" + apiVersion + "/orders", this.trace.current());
	}

	/** The body is written again: spaces and the order of fields make no difference. */
	private String fingerprint(String apiVersion, OrderRequest request) {
		String asked = "POST /orders " + apiVersion + " " + this.json.writeValueAsString(request);
		return HexFormat.of().formatHex(sha256().digest(asked.getBytes(StandardCharsets.UTF_8)));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
