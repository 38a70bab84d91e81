package orderly.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Hidden;
import orderly.chassis.StandardProblem;
import orderly.gateway.GatewaySettings.Meaning;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people see: the front page, and a page for each type of problem.
 */
@Hidden
@RestController
class Pages {

	private final Map<String, Meaning> problems;

	private final String front;

	private final String list;

	private final Page problem = Page.named("problem");

	Pages(GatewaySettings settings) {
		this.problems = settings.problems();
		this.front = Page.named("front")
			.with(Map.of("zipkin", settings.links().zipkin(), "eureka", settings.links().eureka()))
			.html();
		this.list = Page.named("problems").withHtml("list", list(settings.problems())).html();
	}

	@GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
	String front() {
		return this.front;
	}

	@GetMapping(path = "/problems", produces = MediaType.TEXT_HTML_VALUE)
	String problems() {
		return this.list;
	}

	@GetMapping(path = "/problems/{slug}", produces = MediaType.TEXT_HTML_VALUE)
	String problem(@PathVariable String slug) {
		Meaning meaning = Optional.ofNullable(this.problems.get(slug))
			.orElseThrow(() -> StandardProblem.NOT_FOUND.because("There is no such type of problem."));
		return this.problem
			.with(Map.of("slug", slug, "status", meaning.status(), "title", meaning.title(), "meaning",
					meaning.meaning(), "remedy", meaning.remedy()))
			.html();
	}

	private static String list(Map<String, Meaning> problems) {
		Page entry = new Page("<li><a href=\"/problems/{{slug}}\"><b>{{title}}</b><span>{{status}}</span></a></li>");
		return problems.entrySet()
			.stream()
			.map((problem) -> entry.with(Map.of("slug", problem.getKey(), "title", problem.getValue().title(), "status",
					problem.getValue().status())))
			.map(Page::html)
			.collect(Collectors.joining("\n"));
	}

}
