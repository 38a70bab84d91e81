package orderly.order;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Words the answer to an attempt from the order that it made, in the version that was
 * asked for, whoever writes it.
 */
@Component
class Answers {

	private final JsonMapper json;

	private final OrderViews views;

	Answers(JsonMapper json, OrderViews views) {
		this.json = json;
		this.views = views;
	}

	Answer of(Order order, Attempt attempt) {
		String url = "/api/v" + attempt.apiVersion() + "/orders/" + order.id();
		return switch (order.status()) {
			case PLACED -> ok(202, url, order, attempt);
			case CONFIRMED -> ok(201, url, order, attempt);
			case CANCELLED -> cancelled(url, order, attempt);
		};
	}

	private Answer ok(int status, String url, Order order, Attempt attempt) {
		return new Answer(status, url, "application/json",
				this.json.writeValueAsString(this.views.in(attempt.apiVersion(), order)));
	}

	private Answer cancelled(String url, Order order, Attempt attempt) {
		Map<String, @Nullable Object> problem = new LinkedHashMap<>();
		problem.put("type", "/problems/order-cancelled");
		problem.put("title", "Order cancelled");
		problem.put("status", 409);
		problem.put("detail", "The order was placed, and then cancelled; see reason.");
		problem.put("instance", attempt.instance());
		problem.put("order", url);
		problem.put("reason", order.reason());
		problem.put("traceId", attempt.traceId());
		return new Answer(409, null, "application/problem+json", this.json.writeValueAsString(problem));
	}

}
