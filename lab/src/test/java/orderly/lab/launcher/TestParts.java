package orderly.lab.launcher;

import java.util.List;
import java.util.Map;

import orderly.lab.launcher.Part.Kind;

/** Parts for tests. */
final class TestParts {

	private TestParts() {
	}

	static Part tiny(String name, int port, String... after) {
		return tiny(name, port, Map.of(), after);
	}

	static Part service(String name, int port) {
		Part one = tiny(name, port);
		return new Part(name, Kind.SERVICE, port, one.ready(), one.heap(), one.after(), one.environment());
	}

	static Part tiny(String name, int port, Map<String, String> environment, String... after) {
		Map<String, String> all = new java.util.HashMap<>(environment);
		all.put("SERVER_PORT", "" + port);
		return new Part(name, Kind.JAR, port, "/ready", 32, List.of(after), all);
	}

}
