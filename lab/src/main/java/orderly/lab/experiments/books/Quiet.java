package orderly.lab.experiments.books;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import orderly.lab.client.Order;
import orderly.lab.client.RefusedException;
import orderly.lab.client.Stock;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.NotMeasuredException;
import orderly.lab.experiments.Patience;

/** Whether anything is still under way. */
public final class Quiet {

	// an asynchronous order ends 120 s after it was placed at the latest, and its stock
	// is released a moment later
	private static final Patience PATIENCE = new Patience(Duration.ofSeconds(150), Duration.ofMillis(500));

	private static final int NEWEST = 100;

	private Quiet() {
	}

	/**
	 * Waits until no order is open and no piece is held, or refuses to measure: what is
	 * still under way would be counted to the next one.
	 */
	public static void await(Lab lab) {
		List<String> left = PATIENCE.until(() -> look(lab), List::isEmpty);
		if (!left.isEmpty()) {
			throw new NotMeasuredException("The system does not come to rest: " + String.join(", ", left) + ".");
		}
	}

	/** Who was killed a moment ago may be left alone by the gateway for another one. */
	private static List<String> look(Lab lab) {
		try {
			return underWay(lab);
		}
		catch (RefusedException ex) {
			if (ex.status() >= 500) {
				return List.of("nobody tells what is under way (" + ex.getMessage() + ")");
			}
			throw ex;
		}
	}

	private static List<String> underWay(Lab lab) {
		Stream<String> orders = lab.gateway()
			.orders(NEWEST)
			.stream()
			.filter(order -> !order.ended())
			.map(Order::id)
			.map(id -> "order " + id + " is open");
		Stream<String> stock = lab.gateway().stock().stream().filter(each -> each.held() > 0).map(Quiet::held);
		return Stream.concat(orders, stock).toList();
	}

	private static String held(Stock stock) {
		return "%d pieces of %s are held".formatted(stock.held(), stock.sku());
	}

}
