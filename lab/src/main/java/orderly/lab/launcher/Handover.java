package orderly.lab.launcher;

import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;

/** What somebody must know who starts a service himself. */
class Handover {

	private final List<Part> left;

	Handover(List<Part> left) {
		this.left = left;
	}

	/** Prints the settings of each service that is left to somebody else. */
	void print(PrintWriter out) {
		this.left.forEach((part) -> {
			out.println("%s is left to you. Start it, in %s, with these environment variables:".formatted(part.name(),
					part.folder()));
			new TreeMap<>(part.environment()).forEach((name, value) -> out.println("  " + name + "=" + value));
			out.println("It may come and go; the system begins without it, and it joins as soon as it has registered.");
		});
	}

	/**
	 * {@return those that do not answer yet}
	 */
	List<String> awaited() {
		return this.left.stream()
			.filter((part) -> Http.status(part.url() + part.ready()) != 200)
			.map(Part::name)
			.toList();
	}

}
