package orderly.lab.experiments.versioning;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import orderly.lab.experiments.Finding;

/** Every way to ask for a version, and for one that does not exist. */
class Ways {

	private static final String V2 = "\"timeline\"";

	private final Edge edge;

	Ways(Edge edge) {
		this.edge = edge;
	}

	List<Finding> findings() {
		return List.of(shows("the path says 2", "v2", "/api/v2/orders?limit=1"),
				shows("the header says 2", "v2", "/api/orders?limit=1", "API-Version", "2"),
				shows("nobody says anything", "v1", "/api/orders?limit=1"),
				shows("the path says 1 and the header 2", "v1", "/api/v1/orders?limit=1", "API-Version", "2"),
				refused("/api/v7/orders"), refused("/api/vx/orders"), refused("/api/orders", "API-Version", "7"),
				refused("/api/v7/stock"), same(), ends());
	}

	private Finding shows(String asked, String version, String path, String... headers) {
		HttpResponse<String> answer = edge.ask(path, headers);
		String shown = answer.body().contains(V2) ? "v2" : answer.body().contains("\"totalMinor\"") ? "v1" : "none";
		boolean held = answer.statusCode() == 200 && shown.equals(version);
		return new Finding("%s: the order is shown in %s".formatted(asked, version), held,
				answer.statusCode() + " " + shown);
	}

	private Finding refused(String path, String... headers) {
		HttpResponse<String> answer = edge.ask(path, headers);
		boolean held = answer.statusCode() == 400 && answer.body().contains("/problems/unsupported-version")
				&& answer.body().contains("\"supported\":[1,2]");
		String asked = path + ((headers.length > 0) ? " with " + String.join(": ", headers) : "");
		return new Finding("%s is refused, and the versions that exist are listed".formatted(asked), held,
				"" + answer.statusCode());
	}

	private Finding same() {
		String one = edge.ask("/api/v1/products").body();
		String two = edge.ask("/api/v2/products").body();
		return new Finding("products are the same in both versions", one.contains("priceMinor") && one.equals(two), "");
	}

	private Finding ends() {
		HttpResponse<String> one = edge.ask("/api/v1/orders?limit=1");
		HttpResponse<String> two = edge.ask("/api/v2/orders?limit=1");
		boolean successor = one.headers().allValues("Link").contains("</api/v2/orders>; rel=\"successor-version\"");
		boolean held = successor && header(one, "Deprecation").matches("@\\d+") && isLater(header(one, "Sunset"))
				&& header(two, "Deprecation").isEmpty();
		return new Finding("version 1 says that it ends, when, and what comes after it; version 2 does not", held,
				"Deprecation %s, Sunset %s".formatted(header(one, "Deprecation"), header(one, "Sunset")));
	}

	private static String header(HttpResponse<?> answer, String name) {
		return answer.headers().firstValue(name).orElse("");
	}

	private static boolean isLater(String date) {
		try {
			return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
				.filter(Instant.now()::isBefore)
				.isPresent();
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

}
