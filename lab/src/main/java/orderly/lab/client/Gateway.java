package orderly.lab.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The edge of the system, version 1 of its API. */
public class Gateway {

	private final Http http;

	private final URI base;

	public Gateway(Http http, URI base) {
		this.http = http;
		this.base = base;
	}

	/**
	 * Sends the order and gives back the first answer; an asynchronous order goes on
	 * after it.
	 */
	public Answer place(Basket basket) {
		return http.post(at("orders"), basket.body(), basket.headers());
	}

	/** Sends the order and waits until it ended. */
	public Placement placeAndFollow(Basket basket, Duration longest) {
		long start = System.nanoTime();
		Answer answer = place(basket);
		Order order = orderIn(answer);
		if (order != null && !order.ended()) {
			order = follow(order, longest);
		}
		return new Placement(basket, answer, order, Duration.ofNanos(System.nanoTime() - start));
	}

	/**
	 * Waits until the order ended, or for the time given: then it is still PLACED. An
	 * outage of whoever tells is waited out, for it says nothing about the order.
	 */
	public Order follow(String id, Duration longest) {
		return Order.of(wanted(watch(id).untilItEnds(longest)));
	}

	/** The same for an order that was taken: where nobody tells, it is as it was. */
	Order follow(Order placed, Duration longest) {
		Answer seen = watch(placed.id()).untilItEnds(longest);
		return (seen.status() >= 500) ? placed : Order.of(wanted(seen));
	}

	private OrderWatch watch(String id) {
		return new OrderWatch(() -> http.get(at("orders/" + encoded(id))));
	}

	public Order order(String id) {
		return Order.of(wanted(http.get(at("orders/" + encoded(id)))));
	}

	/** An order, if anybody tells of it now. */
	public Optional<Order> find(String id) {
		Answer answer = http.get(at("orders/" + encoded(id)));
		return (answer.status() >= 500) ? Optional.empty() : Optional.of(Order.of(wanted(answer)));
	}

	/** The newest orders first. */
	public List<Order> orders(int limit) {
		return items(ordersJson(limit)).stream().map(Order::of).toList();
	}

	JsonNode ordersJson(int limit) {
		return wanted(http.get(at("orders?limit=" + limit)));
	}

	public List<Stock> stock() {
		return items(wanted(http.get(at("stock")))).stream().map(Gateway::stock).toList();
	}

	public Stock stock(String sku) {
		return stock(wanted(http.get(at("stock/" + encoded(sku)))));
	}

	/** Sets what is on the shelf; the lab profile offers it. */
	public Stock restock(String sku, int available) {
		return stock(wanted(http.put(at("stock/" + encoded(sku)), Map.of("available", available))));
	}

	/** The payment of an order: 404 where none was ever asked for. */
	public Answer payment(String orderId) {
		return http.get(at("payments/" + encoded(orderId)));
	}

	/** Whatever lies at this path, as it is answered. */
	public Answer get(String path) {
		return http.get(at(path));
	}

	/** An address under the API's version 1. */
	public URI at(String path) {
		return base.resolve("/api/v1/" + path);
	}

	private @Nullable Order orderIn(Answer answer) {
		if (answer.ok()) {
			return Order.of(answer.body());
		}
		String url = answer.body().path("order").asString("");
		return url.isEmpty() ? null : order(url.substring(url.lastIndexOf('/') + 1));
	}

	private static Stock stock(JsonNode json) {
		return Http.JSON.treeToValue(json, Stock.class);
	}

	private static List<JsonNode> items(JsonNode list) {
		return list.path("items").valueStream().toList();
	}

	private static JsonNode wanted(Answer answer) {
		if (!answer.ok()) {
			throw new RefusedException(answer);
		}
		return answer.body();
	}

	private static String encoded(String part) {
		return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
