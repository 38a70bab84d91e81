package orderly.lab.experiments.oneorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import orderly.lab.client.EcsLog;
import orderly.lab.experiments.NotMeasuredException;

import tools.jackson.databind.JsonNode;

/** The ECS files of the services, a JSON object on each line. */
class LogFiles {

	private final Path folder;

	LogFiles(Path folder) {
		this.folder = folder;
	}

	/** How many lines a service, with all its replicas, wrote in this trace. */
	long linesOf(String service, String traceId) {
		return filesOf(service).stream()
			.flatMap(file -> linesWith(traceId, file))
			.filter(line -> isAbout(line, traceId))
			.count();
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

	private static Stream<JsonNode> linesWith(String traceId, Path file) {
		try {
			return EcsLog.linesWith(traceId, file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Spring Boot writes {@code traceId}; ECS itself says {@code trace.id}. */
	private static boolean isAbout(JsonNode line, String traceId) {
		return Stream.of(line.path("traceId"), line.path("trace.id"), line.path("trace").path("id"))
			.anyMatch(id -> id.asString("").equals(traceId));
	}

}
