package orderly.lab.experiments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/** Which experiments there are, and what each can do without. */
record Catalogue(List<Experiment> experiments) {

	String text() {
		return experiments.stream().map(Catalogue::paragraph).collect(Collectors.joining(System.lineSeparator()));
	}

	/** An array, for programs that run them all both ways. */
	String json() {
		return new JsonMapper().writeValueAsString(experiments.stream().map(Catalogue::entry).toList());
	}

	private static String paragraph(Experiment experiment) {
		String patterns = patterns(experiment).stream()
			.map(name -> "; --without " + name)
			.collect(Collectors.joining());
		return "%-20s %s%n%20s chapter %s%s".formatted(experiment.name(), experiment.claim(), "", experiment.chapter(),
				patterns);
	}

	private static Map<String, Object> entry(Experiment experiment) {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("name", experiment.name());
		entry.put("chapter", experiment.chapter());
		entry.put("claim", experiment.claim());
		entry.put("patterns", patterns(experiment));
		return entry;
	}

	private static List<String> patterns(Experiment experiment) {
		return experiment.patterns().stream().map(Pattern::name).toList();
	}

}
