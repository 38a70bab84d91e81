package orderly.lab.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import orderly.lab.Exit;
import orderly.lab.LabException;
import picocli.CommandLine.Option;

/** What somebody who develops a service wants otherwise in this run. */
class Wishes {

	private static final int LAST_PORT = 65_535;

	@Option(names = "--except", paramLabel = "SERVICE",
			description = "Leave this service to your IDE: print the settings to start it with. Repeatable.")
	private Set<String> except = Set.of();

	@Option(names = "--debug", paramLabel = "SERVICE=PORT",
			description = "Let a debugger attach to this service at this port of the loopback. Repeatable.")
	private Map<String, Integer> debug = Map.of();

	Set<String> except() {
		return this.except;
	}

	Map<String, Integer> debug() {
		return this.debug;
	}

	/**
	 * {@return the parts that are ours to start}
	 */
	List<Part> ours(List<Part> parts) {
		return parts.stream().filter((part) -> !this.except.contains(part.name())).toList();
	}

	/** Refuses what names no service, and a port that is taken. */
	void check(List<Part> parts) {
		this.except.forEach((name) -> requireService(name, parts));
		this.debug.forEach((name, port) -> {
			requireService(name, parts);
			requirePort(name, port, parts);
			TakenPort.refuse("the debugger of " + name, port);
		});
	}

	/**
	 * {@return the same wishes for the command line of the supervisor}
	 */
	List<String> arguments() {
		List<String> arguments = new ArrayList<>();
		this.except.forEach((name) -> arguments.addAll(List.of("--except", name)));
		this.debug.forEach((name, port) -> arguments.addAll(List.of("--debug", name + "=" + port)));
		return arguments;
	}

	/**
	 * {@return the settings by which a JVM listens for a debugger (JPDA, the transport
	 * dt_socket) and does not wait for it}
	 */
	static Map<String, String> debugger(int port) {
		return Map.of("JAVA_TOOL_OPTIONS",
				"-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port);
	}

	private static void requireService(String name, List<Part> parts) {
		if (parts.stream().anyMatch((part) -> part.name().equals(name) && !part.kind().isJar())) {
			throw new LabException(Exit.USAGE, "%s is no service of ours.".formatted(name), null);
		}
		Part.named(name, parts.stream().filter((part) -> part.kind().isJar()).toList());
	}

	private static void requirePort(String name, int port, List<Part> parts) {
		if (port < 1 || port > LAST_PORT) {
			throw new LabException(Exit.USAGE,
					"--debug %s=%d names no port; say 1 to %d.".formatted(name, port, LAST_PORT), null);
		}
		parts.stream().filter((part) -> part.port() == port).findFirst().ifPresent((part) -> {
			throw new LabException(Exit.USAGE,
					"--debug %s=%d is where %s will serve; say another port.".formatted(name, port, part.name()), null);
		});
	}

}
