package orderly.provider;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as the handlers see it: what cannot be read is refused, with the field named.
 *
 * @param exchange the HTTP exchange
 * @param id the id in its path, as text; empty where the path has none
 */
record Request(HttpExchange exchange, String id) {

	/** The bytes of the longest body that is read. */
	static final int LONGEST = 16 * 1024;

	static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.build();

	private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

	UUID id(String name) {
		return uuid(name, this.id);
	}

	UUID query(String name) {
		String query = this.exchange.getRequestURI().getRawQuery();
		return Arrays.stream(((query != null) ? query : "").split("&"))
			.filter((pair) -> pair.startsWith(name + "="))
			.map((pair) -> uuid(name, URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8)))
			.findFirst()
			.orElseThrow(() -> Refusal.malformed(name, "must be given"));
	}

	<T> T body(Class<T> type) throws IOException {
		requireJson();
		byte[] body = this.exchange.getRequestBody().readNBytes(LONGEST + 1);
		if (body.length > LONGEST) {
			throw new Refusal(413, "too-large", "Body too large", "A body may have at most 16 KiB.");
		}
		return parsed(body, type);
	}

	private static <T> T parsed(byte[] body, Class<T> type) {
		try {
			T read = JSON.readValue(body, type);
			if (read == null) {
				throw Refusal.malformed("", "must be a JSON object");
			}
			return read;
		}
		catch (DatabindException ex) {
			throw Refusal.malformed(fieldOf(ex), "unknown field or wrong JSON type");
		}
		catch (JacksonException ex) {
			throw Refusal.malformed("", "must be a JSON object");
		}
	}

	private void requireJson() {
		String type = this.exchange.getRequestHeaders().getFirst("Content-Type");
		if (type == null || !type.startsWith("application/json")) {
			throw new Refusal(415, "unsupported-media-type", "Unsupported media type", "Send application/json.");
		}
	}

	private static String fieldOf(DatabindException ex) {
		return ex.getPath().isEmpty() ? "" : String.valueOf(ex.getPath().getLast().getPropertyName());
	}

	static UUID uuid(String name, String text) {
		if (!UUID_TEXT.matcher(text).matches()) {
			throw Refusal.malformed(name, "must be a UUID");
		}
		return UUID.fromString(text);
	}

}
