package orderly.lab.experiments.oneorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import orderly.lab.client.Medium;
import orderly.lab.client.Span;
import orderly.lab.client.Trace;

/** Is this trace the whole story of one order? Says what is wrong with it. */
class TraceCheck {

	/** Who may listen as well, and is none of an order's business. */
	private static final String GUEST = "notifications";

	private final Case kind;

	TraceCheck(Case kind) {
		this.kind = kind;
	}

	/** Empty where nothing is wrong. */
	List<String> faults(Trace trace) {
		List<String> faults = new ArrayList<>();
		if (!isOneTree(trace)) {
			faults.add("not one tree that starts at the gateway; its roots are " + names(trace.roots()));
		}
		Set<String> services = kind.expected().services();
		Set<String> seen = new TreeSet<>(trace.services());
		seen.remove(GUEST);
		if (!seen.equals(services)) {
			faults.add("services are " + seen + " and not " + services);
		}
		for (Map.Entry<Medium, Set<String>> wanted : kind.expected().media(kind.checkout()).entrySet()) {
			faults.addAll(faults(trace, wanted.getKey(), wanted.getValue()));
		}
		return faults;
	}

	private static boolean isOneTree(Trace trace) {
		List<Span> roots = trace.roots();
		return roots.size() == 1 && roots.getFirst().parentId() == null
				&& Expected.GATEWAY.equals(roots.getFirst().service());
	}

	private static List<String> faults(Trace trace, Medium medium, Set<String> wanted) {
		Set<String> missing = new TreeSet<>(wanted);
		missing.removeAll(trace.servicesWith(medium));
		if (!missing.isEmpty()) {
			return List.of("no " + medium + " span of " + missing);
		}
		boolean none = wanted.isEmpty() && !trace.servicesWith(medium).isEmpty();
		return none ? List.of(medium + " spans of " + trace.servicesWith(medium) + " where none should be") : List.of();
	}

	private static List<String> names(List<Span> spans) {
		return spans.stream().map(span -> span.service() + " " + span.title()).toList();
	}

}
