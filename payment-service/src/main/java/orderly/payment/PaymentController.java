package orderly.payment;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import orderly.chassis.Problem;
import orderly.chassis.Problem.FieldError;
import orderly.chassis.StandardProblem;
import orderly.messaging.InvariantBrokenException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Payments over HTTP. What is asked for here is answered here, and not published.
 */
@Tag(name = "Payments", description = "What became of an order's money")
@RestController
@RequestMapping("/payments/{orderId}")
class PaymentController {

	private final TakePayment takePayment;

	private final Payments payments;

	PaymentController(TakePayment takePayment, Payments payments) {
		this.takePayment = takePayment;
		this.payments = payments;
	}

	record PaymentView(UUID orderId, UUID paymentId, PaymentState state, @Nullable Long amountMinor,
			@Nullable String currency, @Nullable String reason) {

		static PaymentView of(Payment payment) {
			Demand demand = payment.demand();
			return new PaymentView(payment.orderId(), payment.paymentId(), payment.state(),
					(demand != null) ? demand.amountMinor() : null, (demand != null) ? demand.currency() : null,
					payment.reason());
		}

	}

	record PaymentRequest(@NotNull @Positive Long amountMinor,
			@NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code") String currency,
			@NotBlank String method) {
	}

	@Operation(summary = "Find the payment of an order")
	@GetMapping
	PaymentView find(@PathVariable UUID orderId) {
		return this.payments.find(orderId)
			.map(PaymentView::of)
			.orElseThrow(() -> StandardProblem.NOT_FOUND.because("Nothing was ever asked for this order."));
	}

	@Operation(summary = "Take the payment of an order", description = "For services only; may be sent again")
	@PutMapping
	Map<String, String> take(@PathVariable UUID orderId, @Valid @RequestBody PaymentRequest request) {
		Payment payment = taken(orderId, new Demand(request.amountMinor(), request.currency(), request.method()));
		if (payment.cancelled()) {
			throw ended(payment);
		}
		return Map.of("state", (payment.state().isOpen() ? PaymentState.UNKNOWN : payment.state()).name());
	}

	private Payment taken(UUID orderId, Demand demand) {
		try {
			return this.takePayment.take(orderId, demand);
		}
		catch (InvariantBrokenException ex) {
			throw Problem.invalid(List.of(new FieldError("amountMinor",
					"must, with currency and method, be what was first asked for this order")));
		}
	}

	private static Problem ended(Payment payment) {
		boolean money = payment.state() == PaymentState.REFUNDING || payment.state() == PaymentState.REFUNDED;
		return new Problem(HttpStatus.CONFLICT, "payment-ended", "Payment ended", "The order was cancelled.")
			.with("state", money ? payment.state() : PaymentState.CANCELLED);
	}

}
