package orderly.lab.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import orderly.test.deployment.Manifests;

/**
 * Requests as IDEs send them, in the form of Visual Studio Code's REST Client: a
 * {@code ###} before each, variables as {@code @name = value}.
 *
 * @param variables what stands for {@code {{name}}}
 * @param requests from top to bottom
 */
public record ApiFile(Map<String, String> variables, List<ApiRequest> requests) {

	private static final Pattern VARIABLE = Pattern.compile("(?m)^@(\\w+) *= *(.*)$");

	public static ApiFile read() {
		try {
			return of(Files.readString(Manifests.root().resolve("docs/api.http")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static ApiFile of(String text) {
		Map<String, String> variables = VARIABLE.matcher(text)
			.results()
			.collect(Collectors.toMap((found) -> found.group(1), (found) -> found.group(2).strip()));
		return new ApiFile(variables, Stream.of(text.split("(?m)^### ")).skip(1).map(ApiRequest::of).toList());
	}

	/** The names that requests refer to and that nothing before them bears. */
	static List<String> unknown(ApiFile file) {
		String names = file.requests().stream().map(ApiRequest::name).collect(Collectors.joining("|"));
		return file.requests()
			.stream()
			.flatMap((request) -> ApiRequest.REFERENCE.matcher(request.url()).results())
			.map((MatchResult found) -> found.group(1))
			.filter((name) -> !file.variables().containsKey(name) && !name.matches(names))
			.toList();
	}

}
