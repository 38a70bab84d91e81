package orderly.order;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import orderly.order.Placement.Refused;
import orderly.order.Placement.Repeated;
import orderly.order.Placement.Taken;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Orders over HTTP, version 1 of the API. The URLs that it writes are those of the edge.
 */
@RestController
@RequestMapping(path = "/orders", version = OrderController.VERSION)
@Tag(name = "orders")
class OrderController {

	static final String VERSION = "1";

	private final Attempts attempts;

	private final PlaceOrder placeOrder;

	private final Answers answers;

	private final Orders orders;

	private final EndOrder endOrder;

	OrderController(Attempts attempts, PlaceOrder placeOrder, Answers answers, Orders orders, EndOrder endOrder) {
		this.attempts = attempts;
		this.placeOrder = placeOrder;
		this.answers = answers;
		this.orders = orders;
		this.endOrder = endOrder;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Place an order",
			description = "async: 202, and the order ends later. sync: 201 if it is confirmed, 409 if it is cancelled. "
					+ "Too little stock: 409, and no order. Under one Idempotency-Key there is one order and one answer.")
	ResponseEntity<byte[]> place(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody OrderRequest request) {
		Attempt attempt = this.attempts.of(key, VERSION, request);
		return switch (this.placeOrder.place(request, attempt)) {
			case Taken(var order) -> this.answers.of(order, attempt).toResponse();
			case Repeated(var answer) -> answer.toResponse();
			case Refused(var missing) -> throw OrderProblems.tooLittle(missing);
		};
	}

	@GetMapping("/{id}")
	@Operation(summary = "An order as it is now")
	OrderV1 find(@PathVariable UUID id) {
		return OrderV1.of(existing(id));
	}

	@GetMapping
	@Operation(summary = "The orders, newest first",
			description = "`next`, and the header `Link`, lead to the page after this one; at the end there is none.")
	ResponseEntity<Page<OrderV1>> list(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @Nullable UUID cursor) {
		Page<OrderV1> page = Page.of(this.orders.newest("guest", cursor, limit + 1).stream().map(OrderV1::of).toList(),
				limit, (order) -> order.id().toString());
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
		if (page.next() != null) {
			answer.header(HttpHeaders.LINK,
					"</api/v%s/orders?limit=%d&cursor=%s>; rel=\"next\"".formatted(VERSION, limit, page.next()));
		}
		return answer.body(page);
	}

	@PostMapping("/{id}/cancel")
	@Operation(summary = "Cancel an order that is not confirmed yet")
	ResponseEntity<OrderV1> cancel(@PathVariable UUID id) {
		this.endOrder.cancel(existing(id).id(), Order.Reason.CUSTOMER);
		Order order = existing(id);
		if (!order.isCancelled()) {
			throw OrderProblems.confirmed(id);
		}
		return ResponseEntity.accepted().body(OrderV1.of(order));
	}

	private Order existing(UUID id) {
		return this.orders.find(id).orElseThrow(() -> OrderProblems.notFound(id));
	}

}
