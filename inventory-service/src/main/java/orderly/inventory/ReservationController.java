package orderly.inventory;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import orderly.chassis.Problem;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reservations over REST, for the synchronous checkout. What it does is not published:
 * the caller drives the order and has its answer.
 */
@RestController
@RequestMapping("/reservations")
@Tag(name = "reservations")
class ReservationController {

	private final ReserveStock reserveStock;

	ReservationController(ReserveStock reserveStock) {
		this.reserveStock = reserveStock;
	}

	@PutMapping("/{orderId}")
	@Operation(summary = "Hold every line of an order, or none; the first answer stands")
	Reservation reserve(@PathVariable UUID orderId, @Valid @RequestBody ReservationRequest request) {
		return switch (this.reserveStock.reserve(orderId, request.items(), request.deadline())) {
			case Hold.Held() -> new Reservation(ReservationState.HELD);
			case Hold.Short(var missing) -> throw shortOf(missing);
			case Hold.Ended(var state) -> throw ended(orderId, state);
		};
	}

	private static Problem shortOf(List<Missing> missing) {
		return new Problem(HttpStatus.CONFLICT, "short", "Not enough in stock",
				"There is too little of %d of the lines; nothing is held.".formatted(missing.size()))
			.with("state", ReservationState.REJECTED)
			.with("missing", missing);
	}

	private static Problem ended(UUID orderId, ReservationState state) {
		return new Problem(HttpStatus.CONFLICT, "reservation-ended", "The reservation has ended",
				"The reservation of order %s is %s and cannot be held again.".formatted(orderId, state))
			.with("state", state);
	}

	/**
	 * The answer.
	 *
	 * @param state always held: everything else is a problem
	 */
	record Reservation(ReservationState state) {
	}

}
