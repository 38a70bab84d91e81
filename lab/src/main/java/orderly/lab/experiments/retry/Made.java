package orderly.lab.experiments.retry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import orderly.lab.client.Answer;
import orderly.lab.client.Order;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.NotMeasuredException;
import orderly.lab.experiments.books.Quiet;
import orderly.lab.load.Samples;
import tools.jackson.databind.JsonNode;

/**
 * What order-service itself lists: the only witness of an order whose customer was not
 * told.
 */
record Made(Lab lab, String sku, Instant since) {

	/** From now on. */
	static Made fromNow(Lab lab, String sku) {
		Quiet.await(lab);
		return new Made(lab, sku, Instant.now());
	}

	/** The orders of a load, when all of them have ended. */
	Orders of(Samples heard) {
		Quiet.await(lab);
		return new Orders(heard, all());
	}

	private List<Order> all() {
		List<Order> found = new ArrayList<>();
		String next = "";
		do {
			JsonNode page = page(next);
			List<Order> orders = Order.listed(page);
			found.addAll(orders.stream().filter(this::isOurs).toList());
			boolean older = orders.stream().anyMatch(order -> Instant.parse(order.placedAt()).isBefore(since));
			next = older ? "" : page.path("next").asString("");
		}
		while (!next.isEmpty());
		return found;
	}

	private boolean isOurs(Order order) {
		return !Instant.parse(order.placedAt()).isBefore(since)
				&& order.lines().stream().anyMatch(line -> line.sku().equals(sku));
	}

	private JsonNode page(String cursor) {
		Answer answer = lab.gateway().get("orders?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
		if (!answer.ok()) {
			throw new NotMeasuredException("The orders cannot be counted: " + answer.sentence());
		}
		return answer.body();
	}

}
