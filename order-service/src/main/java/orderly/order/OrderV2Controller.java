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
 * Orders over HTTP, version 2 of the API.
 */
// tag::version[]
@RestController
@RequestMapping(path = "/orders", version = OrderV2.VERSION)
@Tag(name = "orders")
class OrderV2Controller {

	// end::version[]

	private final OrderOperations operations;

	private final OrderViews views;

	OrderV2Controller(OrderOperations operations, OrderViews views) {
		this.operations = operations;
		this.views = views;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Place an order", description = OrderRequest.WHAT_COMES_OF_IT)
	@ApiResponse(responseCode = "202", description = "async: placed; it ends later",
			content = @Content(schema = @Schema(implementation = OrderV2.class)))
	@ApiResponse(responseCode = "201", description = "sync: confirmed",
			content = @Content(schema = @Schema(implementation = OrderV2.class)))
	@Outcomes.OfPlacing
	ResponseEntity<byte[]> place(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody OrderRequest request) {
		return this.operations.place(key, OrderV2.VERSION, request);
	}

	// tag::find[]
	@GetMapping("/{id}")
	@Operation(summary = "An order as it is now")
	OrderV2 find(@PathVariable UUID id) {
		return this.views.v2(this.operations.find(id));
	}
	// end::find[]

	@GetMapping
	@Operation(summary = "The orders, newest first", description = Page.HOW_TO_GO_ON)
	Page<OrderV2> list(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @Nullable UUID cursor, HttpServletResponse response) {
		return this.operations.list(limit, cursor, OrderV2.VERSION, this.views::v2, response);
	}

	@PostMapping("/{id}/cancel")
	@Operation(summary = "Cancel an order that is not confirmed yet")
	@ApiResponse(responseCode = "202", description = "It is cancelled", useReturnTypeSchema = true)
	@Outcomes.OfCancelling
	ResponseEntity<OrderV2> cancel(@PathVariable UUID id) {
		return ResponseEntity.accepted().body(this.views.v2(this.operations.cancel(id)));
	}

}
