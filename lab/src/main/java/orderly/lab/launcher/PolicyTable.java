package orderly.lab.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

/**
 * Which policies are on in which process.
 *
 * @param processes the states, {@code on} or {@code off}, by policy, by process
 */
record PolicyTable(Map<String, Map<String, String>> processes) {

	static PolicyTable of(RunState state) {
		Map<String, Map<String, String>> processes = new LinkedHashMap<>();
		Actuators.ask(state, "policies").forEach((process, answer) -> {
			Map<String, String> states = new TreeMap<>();
			answer.path("policies")
				.properties()
				.forEach((policy) -> states.put(policy.getKey(), policy.getValue().asString()));
			processes.put(process, states);
		});
		return new PolicyTable(processes);
	}

	/**
	 * {@return this policy alone, of the processes that know it}
	 */
	PolicyTable only(String policy) {
		Map<String, Map<String, String>> some = new LinkedHashMap<>();
		this.processes.forEach((process, states) -> Optional.ofNullable(states.get(policy))
			.ifPresent((state) -> some.put(process, Map.of(policy, state))));
		return new PolicyTable(some);
	}

	/**
	 * {@return all policies that some process knows}
	 */
	SortedSet<String> known() {
		SortedSet<String> names = new TreeSet<>();
		this.processes.values().forEach((states) -> names.addAll(states.keySet()));
		return names;
	}

	/**
	 * {@return the processes in which the policy has this state}
	 */
	List<String> having(String policy, String state) {
		return this.processes.entrySet()
			.stream()
			.filter((process) -> state.equals(process.getValue().get(policy)))
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * {@return the processes in which a policy is off, by policy}
	 */
	SortedMap<String, List<String>> off() {
		SortedMap<String, List<String>> off = new TreeMap<>();
		known().forEach((policy) -> off.put(policy, having(policy, "off")));
		off.values().removeIf(List::isEmpty);
		return off;
	}

	/**
	 * {@return lines for people: a row a process, a column a policy}
	 */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add(line("PROCESS", known().stream().collect(toMap((name) -> name, (name) -> name))));
		this.processes.forEach((process, states) -> lines.add(line(process, states)));
		return lines;
	}

	private String line(String process, Map<String, String> cells) {
		return "  %-20s".formatted(process) + known().stream()
			.map((policy) -> ("%-" + (policy.length() + 2) + "s").formatted(cells.getOrDefault(policy, "-")))
			.collect(joining())
			.stripTrailing();
	}

}
