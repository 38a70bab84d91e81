package orderly.lab.client;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All spans of one trace, the earliest first. */
public record Trace(String id, List<Span> spans) {

	public Trace {
		spans = spans.stream().sorted(Comparator.comparingLong(Span::timestamp)).toList();
	}

	public Set<String> services() {
		return spans.stream().map(Span::service).collect(Collectors.toCollection(TreeSet::new));
	}

	/** The services that have a span of this kind. */
	public Set<String> servicesWith(Medium medium) {
		return spans.stream()
			.filter(span -> span.medium() == medium)
			.map(Span::service)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Spans without a parent, or with one that is not in the trace: a whole trace has
	 * exactly one.
	 */
	public List<Span> roots() {
		Set<String> ids = spans.stream().map(Span::id).collect(Collectors.toSet());
		return spans.stream().filter(span -> span.parentId() == null || !ids.contains(span.parentId())).toList();
	}

	public List<Span> childrenOf(Span parent) {
		return spans.stream().filter(span -> parent.id().equals(span.parentId())).toList();
	}

	public long start() {
		return spans.stream().mapToLong(Span::timestamp).min().orElse(0);
	}

	public long end() {
		return spans.stream().mapToLong(Span::end).max().orElse(0);
	}

}
