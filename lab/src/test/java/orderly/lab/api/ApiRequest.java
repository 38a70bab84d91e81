package orderly.lab.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request.
 *
 * @param title what it is about
 * @param status what is answered, as the title says behind an arrow
 * @param name what later requests call its answer; empty where none does
 * @param url with references, as in {@code {{edge}}} and
 * {@code {{placed.response.body.$.id}}}
 */
public record ApiRequest(String title, int status, String name, String method, String url, Map<String, String> headers,
		String body) {

	static final Pattern REFERENCE = Pattern.compile("\\{\\{(\\w+)(?:\\.response\\.body\\.\\$\\.(\\w+))?}}");

	private static final Pattern TITLE = Pattern.compile("(.+) -> (\\d{3})");

	private static final String NAME = "# @name ";

	/** Reads what stands between two {@code ###}. */
	static ApiRequest of(String text) {
		String[] parts = text.strip().split("\n\n", 2);
		List<String> lines = parts[0].lines().toList();
		Matcher title = TITLE.matcher(lines.getFirst());
		if (!title.matches()) {
			throw new IllegalArgumentException("says no status: " + lines.getFirst());
		}
		String name = lines.stream().filter((line) -> line.startsWith(NAME)).findFirst().orElse(NAME);
		List<String> head = lines.stream().skip(1).filter((line) -> !line.startsWith("#")).toList();
		String[] request = head.getFirst().split(" ", 2);
		return new ApiRequest(title.group(1), Integer.parseInt(title.group(2)), name.substring(NAME.length()),
				request[0], request[1], headers(head.subList(1, head.size())), (parts.length > 1) ? parts[1] : "");
	}

	/**
	 * The URL with every reference replaced.
	 * @param value of a name and, of an answer, the field
	 */
	public String url(Function<List<String>, String> value) {
		return REFERENCE.matcher(this.url)
			.replaceAll((MatchResult found) -> Matcher.quoteReplacement(value.apply(parts(found))));
	}

	private static List<String> parts(MatchResult found) {
		return (found.group(2) != null) ? List.of(found.group(1), found.group(2)) : List.of(found.group(1));
	}

	private static Map<String, String> headers(List<String> lines) {
		Map<String, String> headers = new LinkedHashMap<>();
		lines.stream()
			.map((line) -> Arrays.asList(line.split(": ", 2)))
			.forEach((header) -> headers.put(header.getFirst(), header.getLast()));
		return headers;
	}

}
