package orderly.chassis;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.autoconfigure.WebMvcProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.util.Assert;
import org.springframework.web.accept.ApiVersionParser;
import org.springframework.web.accept.InvalidApiVersionException;
import org.springframework.web.servlet.config.annotation.ApiVersionConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The versions of the API that are served here: those of the setting
 * {@code spring.mvc.apiversion.supported} and no others, whatever controllers are mapped
 * to and whatever the default is. They are whole numbers: there is nothing between two of
 * them that a client would have to care about.
 */
@Order(0) // before the general translation
class ApiVersions implements WebMvcConfigurer, ApiVersionParser<Integer>, ProblemTranslation {

	/**
	 * In one way only: a cache or a rule that knows {@code v1} need not know {@code v01}.
	 */
	private static final Pattern WHOLE_NUMBER = Pattern.compile("[1-9]\\d{0,3}");

	private final List<Integer> supported;

	ApiVersions(WebMvcProperties properties) {
		List<String> versions = properties.getApiversion().getSupported();
		this.supported = (versions != null) ? versions.stream().map(this::parseVersion).toList() : List.of();
	}

	@Override
	public void configureApiVersioning(ApiVersionConfigurer versioning) {
		versioning.setSupportedVersionPredicate(this.supported::contains);
	}

	@Override
	public Integer parseVersion(String version) {
		Assert.isTrue(WHOLE_NUMBER.matcher(version).matches(), "A version is a whole number");
		return Integer.valueOf(version);
	}

	// tag::unsupported[]
	@Override
	public @Nullable Problem translate(Exception exception) {
		return (exception instanceof InvalidApiVersionException) ? unsupported() : null;
	}

	private Problem unsupported() {
		return new Problem(HttpStatus.BAD_REQUEST, "unsupported-version", "Unsupported version",
				"This version of the API is not offered; see supported.")
			.with("supported", this.supported);
	}
	// end::unsupported[]

}
