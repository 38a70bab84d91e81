package orderly.lab.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of a process as it is written: ECS, one JSON object on each line. */
public final class EcsLog {

	private EcsLog() {
	}

	/**
	 * {@return the lines that contain some words}; one that is only half written yet is
	 * left out
	 * @param words as they stand in the file, in the message or in any other field
	 * @throws IOException where there is no such file
	 */
	public static Stream<JsonNode> linesWith(String words, Path file) throws IOException {
		return Files.readAllLines(file).stream().filter(line -> line.contains(words)).flatMap(EcsLog::parsed);
	}

	private static Stream<JsonNode> parsed(String line) {
		try {
			return Stream.of(JsonMapper.shared().readTree(line));
		}
		catch (JacksonException ex) {
			return Stream.empty();
		}
	}

}
