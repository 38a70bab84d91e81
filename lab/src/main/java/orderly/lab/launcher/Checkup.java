package orderly.lab.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import orderly.backing.Artefacts;
import orderly.lab.LabException;
import orderly.lab.experiments.Machine;

/** Looks at all that {@code up} needs, before it and while the system runs. */
class Checkup {

	private final Home home;

	private final Optional<RunState> running;

	private final Topology topology;

	/**
	 * Prepares it.
	 * @param offset what would be added to the ports; of a system that runs its own
	 * counts
	 */
	Checkup(Home home, int offset) {
		this.home = home;
		this.running = RunState.find(home);
		this.topology = new Topology(this.running.map(RunState::portOffset).orElse(offset));
		System.getProperties().putIfAbsent(Artefacts.PROPERTY, home.backing().toString());
	}

	List<Checked> run() {
		List<Checked> all = new ArrayList<>();
		all.add(Checked.of("system", this::system));
		all.add(Checked.of("JDK",
				() -> Requirements.jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature())));
		all.addAll(ports());
		all.add(Checked.of("memory",
				() -> Requirements.memory(Machine.availableMegabytes(), this.running.isPresent())));
		all.add(Checked.of("disk",
				() -> "%d MB are free for %s".formatted(Room.require(this.home) >> 20, this.home.state())));
		all.add(Checked.of("jars", this::jars));
		all.add(Checked.of("PostgreSQL", Requirements::postgres));
		return all;
	}

	private String system() {
		if (this.running.isEmpty() && Leftovers.exist(this.home)) {
			throw new LabException(Leftovers.SENTENCE);
		}
		return this.running.map((state) -> "runs here, see ./orderly status").orElse("nothing runs here");
	}

	private List<Checked> ports() {
		Map<String, Integer> wanted = wanted();
		List<Checked> problems = wanted.entrySet()
			.stream()
			.map((port) -> Checked.of("ports", () -> free(port.getKey(), port.getValue())))
			.filter((port) -> !port.ok())
			.toList();
		return problems.isEmpty() ? List.of(new Checked("ports", true, ports(wanted.size()))) : problems;
	}

	private String ports(int free) {
		String with = (this.topology.offset() == 0) ? "" : " with --port-offset " + this.topology.offset();
		return (this.running.isPresent() ? "each is the system's own or free" : "all %d are free".formatted(free))
				+ with;
	}

	private static String free(String name, int port) {
		TakenPort.refuse(name, port);
		return "" + port;
	}

	/** All ports, but for those where the system serves already. */
	private Map<String, Integer> wanted() {
		Map<String, Integer> ports = new LinkedHashMap<>();
		this.topology.all().forEach((part) -> ports.put(part.name(), part.port()));
		ports.put("Kafka's controller", this.topology.kafkaControllerPort());
		ports.put("the launcher's control", this.topology.controlPort());
		ports.values().removeAll(served());
		return ports;
	}

	private Set<Integer> served() {
		Set<Integer> served = this.running.stream()
			.flatMap((state) -> state.processes().stream())
			.filter((child) -> child.state() == RunState.ChildState.EXTERNAL || child.isAlive())
			.map(RunState.Child::port)
			.collect(Collectors.toSet());
		if (this.running.isPresent()) {
			served.addAll(List.of(this.topology.controlPort(), this.topology.kafkaControllerPort()));
		}
		return served;
	}

	private String jars() {
		List<String> stale = Builds.stale(this.home, this.topology.all());
		return stale.isEmpty() ? "all are built and younger than their sources"
				: "to be built: %s; up, start and restart do that".formatted(String.join(", ", stale));
	}

}
