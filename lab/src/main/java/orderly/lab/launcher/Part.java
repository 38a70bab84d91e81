package orderly.lab.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One process of the system, as {@link Topology} describes it.
 *
 * @param name its name; a further replica is {@code order-service#2}
 * @param kind how it is started
 * @param port where it serves on the loopback
 * @param ready the HTTP path that answers 200 as soon as it can serve; empty where its
 * starter waits itself
 * @param heap largest Java heap in MiB, of a jar
 * @param after the processes that must be ready before it starts
 * @param environment its settings
 */
record Part(String name, Kind kind, int port, String ready, int heap, List<String> after,
		Map<String, String> environment) {

	enum Kind {

		KAFKA, POSTGRES, ZIPKIN, JAR

	}

	/**
	 * One of the services that stand behind the system; how it runs is its own affair.
	 */
	static Part backing(String name, Kind kind, int port) {
		return new Part(name, kind, port, "", 0, List.of(), Map.of());
	}

	/**
	 * {@return the folder of its sources, and of its jar under target}
	 */
	String module() {
		return this.name.replaceFirst("#.*", "");
	}

	String url() {
		return "http://127.0.0.1:" + this.port;
	}

	/**
	 * {@return this part, which also needs another one, by these settings}
	 */
	Part with(String needed, Map<String, String> settings) {
		Map<String, String> all = new HashMap<>(this.environment);
		all.putAll(settings);
		return new Part(this.name, this.kind, this.port, this.ready, this.heap,
				Stream.concat(this.after.stream(), Stream.of(needed)).toList(), Map.copyOf(all));
	}

}
