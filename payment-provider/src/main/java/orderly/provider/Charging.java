package orderly.provider;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The provider's interface. Every request may be sent again: a charge is known by the
 * merchant's order id, a refund by the id that the merchant gave it.
 */
class Charging {

	private final Ledger ledger;

	Charging(Ledger ledger) {
		this.ledger = ledger;
	}

	record ChargeRequest(@Nullable Long amountMinor, @Nullable String currency, @Nullable String method) {
	}

	record RefundRequest(@Nullable String orderId, @Nullable Long amountMinor) {
	}

	List<Route> routes() {
		return List.of(Route.of("PUT", "/charges/*", this::charge), Route.of("GET", "/charges/*", this::find),
				Route.of("PUT", "/charges/*/void", this::cancel), Route.of("PUT", "/refunds/*", this::refund),
				Route.of("GET", "/ledger", this::entries), Route.of("GET", "/health", this::health),
				Route.of("GET", "/health/readiness", this::health),
				Route.of("GET", "/health/liveness", (_) -> Answer.ok(Map.of("status", "UP"))));
	}

	private Answer charge(Request request) throws IOException, SQLException {
		ChargeRequest asked = request.body(ChargeRequest.class);
		long amountMinor = positive(asked.amountMinor());
		if (!Entry.CURRENCY.equals(asked.currency())) {
			throw Refusal.invalid("currency", "must be " + Entry.CURRENCY);
		}
		Card card = Card.of(String.valueOf(asked.method()))
			.orElseThrow(() -> Refusal.invalid("method", "must be a known payment method"));
		Ledger.Posted posted = this.ledger.charge(request.id("orderId"), amountMinor, card.outcome());
		Answer answer = answer(posted.entry());
		return posted.first() ? card.firstAnswer(answer) : answer;
	}

	private Answer find(Request request) throws SQLException {
		return answer(this.ledger.find(request.id("orderId"))
			.orElseThrow(() -> new Refusal(404, "not-found", "Not found", "This order was never charged.")));
	}

	private Answer cancel(Request request) throws SQLException {
		return Answer.ok(Map.of("state", this.ledger.cancel(request.id("orderId")).kind().state()));
	}

	private Answer refund(Request request) throws IOException, SQLException {
		RefundRequest asked = request.body(RefundRequest.class);
		Entry refund = this.ledger.refund(request.id("refundId"),
				Request.uuid("orderId", String.valueOf(asked.orderId())), positive(asked.amountMinor()));
		return Answer.ok(Map.of("state", refund.kind().state()));
	}

	private Answer entries(Request request) throws SQLException {
		return Answer.ok(Map.of("items", this.ledger.entries(request.query("orderId"))));
	}

	private Answer health(Request request) throws SQLException {
		this.ledger.ping();
		return Answer.ok(Map.of("status", "UP"));
	}

	private static Answer answer(Entry entry) {
		if (entry.kind() == Entry.Kind.VOID) {
			throw new Refusal(409, "voided", "Voided", "This order was voided and cannot be charged any more.");
		}
		return Answer.ok(Map.of("state", entry.kind().state(), "chargeId", entry.id()));
	}

	private static long positive(@Nullable Long amountMinor) {
		if (amountMinor == null || amountMinor <= 0) {
			throw Refusal.invalid("amountMinor", "must be greater than 0");
		}
		return amountMinor;
	}

}
