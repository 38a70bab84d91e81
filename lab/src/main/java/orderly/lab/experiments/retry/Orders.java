package orderly.lab.experiments.retry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import orderly.lab.client.Order;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.books.Endings;
import orderly.lab.load.Samples;

/**
 * What customers wanted and heard, and what was made of it.
 *
 * @param heard one sample for each order that a customer wanted
 * @param made every order that order-service lists for them
 */
record Orders(Samples heard, List<Order> made) {

	/** Those whose customer got no order, as far as he knows. */
	int failed() {
		return heard.failed().count();
	}

	/** How many more there are than were wanted. */
	int tooMany() {
		return Math.max(0, made.size() - heard.count());
	}

	/** Those that exist although no customer was told. */
	long unknown() {
		Set<String> told = new HashSet<>(Endings.accepted(heard));
		return made.stream().filter(order -> !told.contains(order.id())).count();
	}

	void number(String how, Notebook notebook) {
		notebook.number(how + "-orders", heard.count());
		notebook.number(how + "-failed", failed());
		notebook.number(how + "-double", tooMany());
		notebook.number(how + "-untold", unknown());
		notebook.number(how + "-p50-ms", Math.round(heard.percentile(50)));
		notebook.number(how + "-p99-ms", Math.round(heard.percentile(99)));
	}

	List<Finding> findings() {
		return List.of(new Finding("no order fails", heard.allOk(), heard.toString()),
				new Finding("no order is made twice", made.size() == heard.count() && unknown() == 0,
						"%d orders for %d wanted, %d untold".formatted(made.size(), heard.count(), unknown())));
	}

}
