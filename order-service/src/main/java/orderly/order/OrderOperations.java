package orderly.order;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;
import orderly.order.Placement.Refused;
import orderly.order.Placement.Repeated;
import orderly.order.Placement.Taken;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What can be done with orders over HTTP, whatever the version of the API: a version adds
 * how they are shown. The URLs that are written here are those of the edge.
 */
@Component
class OrderOperations {

	private final Attempts attempts;

	private final PlaceOrder placeOrder;

	private final IdempotencyKeys keys;

	private final Answers answers;

	private final Orders orders;

	private final EndOrder endOrder;

	OrderOperations(Attempts attempts, PlaceOrder placeOrder, IdempotencyKeys keys, Answers answers, Orders orders,
			EndOrder endOrder) {
		this.attempts = attempts;
		this.placeOrder = placeOrder;
		this.keys = keys;
		this.answers = answers;
		this.orders = orders;
		this.endOrder = endOrder;
	}

	ResponseEntity<byte[]> place(@Nullable String key, String version, OrderRequest request) {
		Attempt attempt = this.attempts.of(key, version, request);
		return switch (this.placeOrder.place(request, attempt)) {
			case Taken(var order) -> answer(order, attempt).toResponse();
			case Repeated(var answer) -> answer.toResponse();
			case Refused(var missing) -> throw OrderProblems.tooLittle(missing);
		};
	}

	/**
	 * Under a key the answer is the stored one, which duplicates get: meanwhile more may
	 * have happened.
	 */
	private Answer answer(Order order, Attempt attempt) {
		return this.keys.find(attempt).orElseGet(() -> this.answers.of(order, attempt));
	}

	Order find(UUID id) {
		return this.orders.find(id).orElseThrow(() -> OrderProblems.notFound(id));
	}

	/** The link is added: in version 1 there are others already. */
	<V extends Record> Page<V> list(int limit, @Nullable UUID cursor, String version,
			Function<List<Order>, List<V>> view, HttpServletResponse response) {
		Page<Order> page = Page.of(this.orders.newest("guest", cursor, limit + 1), limit,
				(order) -> order.id().toString());
		if (page.next() != null) {
			response.addHeader(HttpHeaders.LINK,
					"</api/v%s/orders?limit=%d&cursor=%s>; rel=\"next\"".formatted(version, limit, page.next()));
		}
		return new Page<>(view.apply(page.items()), page.next());
	}

	Order cancel(UUID id) {
		this.endOrder.cancel(find(id).id(), Order.Reason.CUSTOMER);
		Order order = find(id);
		if (!order.isCancelled()) {
			throw OrderProblems.confirmed(id);
		}
		return order;
	}

}
