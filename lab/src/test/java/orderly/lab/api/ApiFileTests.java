package orderly.lab.api;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import orderly.test.deployment.Manifests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiFileTests {

	private final ApiFile file = ApiFile.read();

	@Test
	void showsEveryRouteOfTheGateway() throws IOException {
		assertThat(routes()).hasSizeGreaterThan(6)
			.allSatisfy((route) -> assertThat(this.file.requests()).as(route.toString())
				.anyMatch((request) -> request.method().equals(route.method())
						&& route.path().matcher(request.url((_) -> "x").replaceFirst("[?].*", "")).matches()));
	}

	@Test
	void refersOnlyToWhatCameBefore() {
		assertThat(ApiFile.unknown(this.file)).isEmpty();
		assertThat(ApiFile.unknown(ApiFile.of("### a -> 200\nGET {{edge}}/{{none.response.body.$.id}}\n")))
			.containsExactly("edge", "none");
	}

	@Test
	void aRequestSaysWhatIsAnswered() {
		assertThatIllegalArgumentException().isThrownBy(() -> ApiFile.of("### a\nGET /\n"));
		assertThat(ApiFile.of("@a = b\n\n### c -> 201\n# @name d\nPUT {{a}}/e\nF: g\n\nh\n")).isEqualTo(new ApiFile(
				Map.of("a", "b"), List.of(new ApiRequest("c", 201, "d", "PUT", "{{a}}/e", Map.of("F", "g"), "h"))));
	}

	private record Route(String method, Pattern path) {
	}

	/** One for each method, path and version; a path's variables match any segment. */
	private static List<Route> routes() throws IOException {
		String yaml = Files.readString(Manifests.root().resolve("gateway/src/main/resources/application.yml"));
		return StreamSupport
			.stream(new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml).spliterator(), false)
			.flatMap((document) -> maps(document, "routes-map"))
			.flatMap((routes) -> routes.values().stream())
			.flatMap(ApiFileTests::predicates)
			.flatMap(ApiFileTests::routesOf)
			.toList();
	}

	private static Stream<List<?>> predicates(@Nullable Object route) {
		return (route instanceof Map<?, ?> map && map.get("predicates") instanceof List<?> list) ? Stream.of(list)
				: Stream.empty();
	}

	/** The version stands in the path; that a header may say it is shown once. */
	private static Stream<Route> routesOf(List<?> predicates) {
		String version = values(predicates, "Version=").findFirst().orElse("[0-9]+");
		return values(predicates, "Method=")
			.flatMap((method) -> values(predicates, "Path=").filter((path) -> path.contains("/v{v"))
				.map((path) -> path.replaceFirst("\\{v[^}]*}", version).replaceAll("\\{[^}]*}", "[^/]+"))
				.map((path) -> new Route(method, Pattern.compile("x" + path))));
	}

	private static Stream<String> values(List<?> predicates, String name) {
		return predicates.stream()
			.map(String::valueOf)
			.filter((predicate) -> predicate.startsWith(name))
			.flatMap((predicate) -> Stream.of(predicate.substring(name.length()).split(",")));
	}

	/** The maps of this name, however deep they lie. */
	private static Stream<Map<?, ?>> maps(Object node, String name) {
		if (!(node instanceof Map<?, ?> map)) {
			return Stream.empty();
		}
		Stream<Map<?, ?>> here = (map.get(name) instanceof Map<?, ?> found) ? Stream.of(found) : Stream.empty();
		return Stream.concat(here, map.values().stream().flatMap((child) -> maps(child, name)));
	}

}
