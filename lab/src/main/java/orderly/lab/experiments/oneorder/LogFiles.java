package orderly.lab.experiments.oneorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import orderly.lab.experiments.NotMeasuredException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ECS files of the services, a JSON object on each line. */
class LogFiles {

	private final Path folder;

	LogFiles(Path folder) {
		this.folder = folder;
	}

	/** How many lines a service, with all its replicas, wrote in this trace. */
	long linesOf(String service, String traceId) {
		return filesOf(service).stream().flatMap(LogFiles::lines).filter(line -> isAbout(line, traceId)).count();
	}

	private List<Path> filesOf(String service) {
		if (!Files.isDirectory(this.folder)) {
			throw new NotMeasuredException("The log files of this system's processes are not here.");
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter(file -> file.getFileName().toString().matches(service + "(#\\d+)?\\.json")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> lines(Path file) {
		try {
			return Files.readAllLines(file).stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Spring Boot writes {@code traceId}; ECS itself says {@code trace.id}. */
	private static boolean isAbout(String line, String traceId) {
		if (!line.contains(traceId)) {
			return false;
		}
		try {
			JsonNode json = JsonMapper.shared().readTree(line);
			return Stream.of(json.path("traceId"), json.path("trace.id"), json.path("trace").path("id"))
				.anyMatch(id -> id.asString("").equals(traceId));
		}
		catch (JacksonException ex) {
			return false;
		}
	}

}
