package orderly.lab.experiments;

import java.util.List;

import orderly.lab.client.UnreachableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * How the system must stand when an experiment begins: as {@code ./orderly up} starts it.
 * What somebody left behind would be measured too, and nobody would know.
 */
record Outset(Lab lab, List<Pattern> itsOwn) {

	private static final List<String> SERVICES = List.of("order-service", "inventory-service", "payment-service");

	/** Or says what is otherwise, and how to mend it. */
	void require() {
		SERVICES.forEach(this::requireOne);
		SERVICES.forEach(this::requireNoFault);
		SERVICES.forEach(this::requirePolicies);
		requirePolicies("gateway");
	}

	private void requireOne(String service) {
		List<String> up = lab.driver().instances(service);
		if (up.size() > 1) {
			throw new NotMeasuredException(
					"%1$s runs in %2$d processes, of which some would go unhurt; first: ./orderly scale %1$s=1"
						.formatted(service, up.size()));
		}
	}

	private void requireNoFault(String service) {
		if (!ask(service, "faults").isEmpty()) {
			throw new NotMeasuredException(
					"%1$s is made to fail already; first: ./orderly fault %1$s off".formatted(service));
		}
	}

	/** Its own ones it switches itself. */
	private void requirePolicies(String process) {
		ask(process, "policies").properties().forEach((policy) -> {
			if (policy.getValue().asString().equals("off")
					&& itsOwn.stream().noneMatch((own) -> own.name().equals(policy.getKey()))) {
				throw new NotMeasuredException(
						"The policy %1$s is off; first: ./orderly policy %1$s on".formatted(policy.getKey()));
			}
		});
	}

	/** What is down has neither. */
	private JsonNode ask(String process, String what) {
		try {
			return lab.http().get(lab.process().apply(process).resolve("/actuator/" + what)).body().path(what);
		}
		catch (UnreachableException ex) {
			return MissingNode.getInstance();
		}
	}

}
