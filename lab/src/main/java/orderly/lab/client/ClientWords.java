package orderly.lab.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The words of the command line that speak to a running system: place, orders, stock,
 * trace, topics.
 */
public final class ClientWords {

	private ClientWords() {
	}

	/**
	 * The commands, ready to be added to the root.
	 * @param running where the system of this folder runs, if it does
	 * @param kafka host and port of its broker
	 */
	public static List<Object> all(Supplier<Optional<Urls>> running, Supplier<Optional<String>> kafka) {
		return List.of(new Place(running), new ListOrders(running), new ShowStock(running), new ShowTrace(running),
				new ShowTopics(running, kafka));
	}

}
