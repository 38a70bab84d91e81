package orderly.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/**
 * An HTML page with places to fill, written {@code {{name}}}.
 */
record Page(String html) {

	static Page named(String name) {
		try (InputStream in = new ClassPathResource("pages/" + name + ".html").getInputStream()) {
			return new Page(new String(in.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Fills in text. */
	Page with(Map<String, ?> values) {
		String filled = this.html;
		for (Map.Entry<String, ?> value : values.entrySet()) {
			filled = filled.replace("{{" + value.getKey() + "}}", HtmlUtils.htmlEscape(value.getValue().toString()));
		}
		return new Page(filled);
	}

	/** Fills in HTML. */
	Page withHtml(String name, String value) {
		return new Page(this.html.replace("{{" + name + "}}", value));
	}

}
