package orderly.order;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

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
 * Orders over HTTP, version 1 of the API. The day it is withdrawn, this class goes, and
 * {@link OrderV1} once its last stored answer is forgotten.
 */
@RestController
@RequestMapping(path = "/orders", version = OrderV1.VERSION)
@Tag(name = "orders")
class OrderV1Controller {

	private final OrderOperations operations;

	OrderV1Controller(OrderOperations operations) {
		this.operations = operations;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Place an order", description = OrderRequest.WHAT_COMES_OF_IT, deprecated = true)
	@ApiResponse(responseCode = "202", description = "async: placed; it ends later",
			content = @Content(schema = @Schema(implementation = OrderV1.class)))
	@ApiResponse(responseCode = "201", description = "sync: confirmed",
			content = @Content(schema = @Schema(implementation = OrderV1.class)))
	@Outcomes.OfPlacing
	ResponseEntity<byte[]> place(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody OrderRequest request) {
		return this.operations.place(key, OrderV1.VERSION, request);
	}

	@GetMapping("/{id}")
	@Operation(summary = "An order as it is now", deprecated = true)
	OrderV1 find(@PathVariable UUID id) {
		return OrderV1.of(this.operations.find(id));
	}

	@GetMapping
	@Operation(summary = "The orders, newest first", description = Page.HOW_TO_GO_ON, deprecated = true)
	Page<OrderV1> list(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @Nullable UUID cursor, HttpServletResponse response) {
		return this.operations.list(limit, cursor, OrderV1.VERSION,
				(orders) -> orders.stream().map(OrderV1::of).toList(), response);
	}

	@PostMapping("/{id}/cancel")
	@Operation(summary = "Cancel an order that is not confirmed yet", deprecated = true)
	@ApiResponse(responseCode = "202", description = "It is cancelled", useReturnTypeSchema = true)
	@Outcomes.OfCancelling
	ResponseEntity<OrderV1> cancel(@PathVariable UUID id) {
		return ResponseEntity.accepted().body(OrderV1.of(this.operations.cancel(id)));
	}

}
