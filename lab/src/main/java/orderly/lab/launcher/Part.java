package orderly.lab.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import orderly.lab.Exit;
import orderly.lab.LabException;

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

	/** What distance lies between the ports of two replicas. */
	private static final int STEP = 10;

	/** How it is started; of a service several can run beside each other. */
	enum Kind {

		KAFKA, POSTGRES, ZIPKIN, JAR, SERVICE;

		boolean isJar() {
			return this == JAR || this == SERVICE;
		}

	}

	/**
	 * One of the services that stand behind the system; how it runs is its own affair.
	 */
	static Part backing(String name, Kind kind, int port) {
		return new Part(name, kind, port, "", 0, List.of(), Map.of());
	}

	/**
	 * {@return the module that it is built from, which all its replicas share}
	 */
	String module() {
		return ProcessName.of(this.name).service();
	}

	/**
	 * {@return the folder of its sources, and of its jar under target}
	 */
	String folder() {
		return module().equals("notifications") ? "lab/notifications" : module();
	}

	/**
	 * {@return whether it is a service of ours, with an actuator}
	 */
	boolean isOurs() {
		return this.ready.startsWith("/actuator");
	}

	String url() {
		return "http://127.0.0.1:" + this.port;
	}

	/**
	 * {@return the part of this name among these, or a further replica of one of them}
	 */
	static Part named(String name, List<Part> parts) {
		ProcessName wanted = ProcessName.of(name);
		return parts.stream()
			.filter((part) -> part.name.equals(wanted.service()))
			.findFirst()
			.orElseThrow(() -> new LabException(Exit.USAGE,
					"There is no process '%s'; there are: %s.".formatted(name,
							String.join(", ", parts.stream().map(Part::name).toList())),
					null))
			.replica(wanted.number());
	}

	/**
	 * {@return this part as the process of this number within its service}
	 */
	private Part replica(int number) {
		if (number > 1 && this.kind != Kind.SERVICE) {
			throw new LabException(Exit.USAGE, "Of %s there is one only.".formatted(this.name), null);
		}
		int at = this.port + STEP * (number - 1);
		return (number == 1) ? this
				: new Part(this.name + "#" + number, this.kind, at, this.ready, this.heap, this.after, this.environment)
					.with(Map.of("SERVER_PORT", "" + at, "ORDERLY_INSTANCE", "" + number));
	}

	/**
	 * {@return this part with other or further settings}
	 */
	Part with(Map<String, String> settings) {
		Map<String, String> all = new HashMap<>(this.environment);
		all.putAll(settings);
		return new Part(this.name, this.kind, this.port, this.ready, this.heap, this.after, Map.copyOf(all));
	}

	/**
	 * {@return this part, which also needs another one, by these settings}
	 */
	Part with(String needed, Map<String, String> settings) {
		return new Part(this.name, this.kind, this.port, this.ready, this.heap,
				Stream.concat(this.after.stream(), Stream.of(needed)).toList(), this.environment)
			.with(settings);
	}

}
