package orderly.lab.experiments.books;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import orderly.lab.client.Order;
import orderly.lab.client.StubServer;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Patience;
import orderly.lab.experiments.StubLab;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BooksTests {

	private static final Patience NONE = new Patience(Duration.ZERO, Duration.ZERO);

	private static final String SHELF = "{\"sku\":\"ACC-005\",\"available\":%d,\"held\":%d,\"sold\":%d}";

	private static final String CHARGE = "{\"kind\":\"CHARGE\",\"amountMinor\":780}";

	private static final String REFUND = "{\"kind\":\"REFUND\",\"amountMinor\":780}";

	private final StubServer stub = new StubServer();

	private final Lab lab = StubLab.over(this.stub);

	@AfterEach
	void stop() {
		this.stub.close();
	}

	@Test
	void agreeAfterAConfirmedOrder() {
		assertThat(stock(498, 0, 2).held()).isTrue();
		assertThat(money(confirmed(), "CAPTURED", 780, CHARGE).held()).isTrue();
	}

	@Test
	void agreeAfterACancelledOrder() {
		assertThat(money(cancelled("UNKNOWN"), "REFUNDED", 780, CHARGE + "," + REFUND).held()).isTrue();
		assertThat(money(cancelled("DECLINED"), "DECLINED", 780, "{\"kind\":\"DECLINE\",\"amountMinor\":780}").held())
			.isTrue();
	}

	@Test
	void refuteAPieceThatIsStillHeld() {
		assertThat(stock(498, 2, 0).held()).isFalse();
	}

	@Test
	void refuteAChargeOfAnotherAmount() {
		assertRefutesMoney(confirmed(), "CAPTURED", 780, "{\"kind\":\"CHARGE\",\"amountMinor\":781}");
	}

	@Test
	void refuteAChargeTakenTwice() {
		assertRefutesMoney(confirmed(), "CAPTURED", 780, CHARGE + "," + CHARGE);
	}

	@Test
	void refuteAnEmptyLedger() {
		assertRefutesMoney(confirmed(), "CAPTURED", 780, "");
	}

	@Test
	void refuteAPaymentThatIsNotCaptured() {
		assertRefutesMoney(confirmed(), "UNKNOWN", 780, CHARGE);
	}

	@Test
	void refuteAPaymentOfAnotherAmount() {
		assertRefutesMoney(confirmed(), "CAPTURED", 1, CHARGE);
	}

	@Test
	void refuteACancelledOrderWhoseMoneyIsKept() {
		assertRefutesMoney(cancelled("DEADLINE"), "CAPTURED", 780, CHARGE);
	}

	@Test
	void refuteADeclinedOrderThatWasNeverAskedFor() {
		assertRefutesMoney(cancelled("DECLINED"), "DECLINED", 780, "");
	}

	@Test
	void aShelfIsPutBackAsItWas() {
		this.stub.on("GET /api/v1/stock/ACC-005", 200, SHELF.formatted(17, 0, 0))
			.on("PUT /api/v1/stock/ACC-005", 200, SHELF.formatted(500, 0, 0));
		List<Runnable> afterwards = new ArrayList<>();
		Shelf.with(this.lab.puttingBack(afterwards::add), "ACC-005", 500);
		afterwards.forEach(Runnable::run);
		assertThat(this.stub.seen().getLast()).isEqualTo("PUT /api/v1/stock/ACC-005 {\"available\":17}");
	}

	private Finding stock(int available, int held, int sold) {
		this.stub.on("GET /api/v1/stock/ACC-005", 200, SHELF.formatted(40, 0, 0))
			.on("PUT /api/v1/stock/ACC-005", 200, SHELF.formatted(500, 0, 0))
			.on("GET /api/v1/stock/ACC-005", 200, SHELF.formatted(available, held, sold));
		return new Books(this.lab, NONE).stock(Shelf.with(this.lab, "ACC-005", 500), List.of(confirmed()));
	}

	private void assertRefutesMoney(Order order, String state, int amount, String ledger) {
		assertThat(money(order, state, amount, ledger).held()).isFalse();
	}

	private Finding money(Order order, String state, int amount, String ledger) {
		this.stub
			.on("GET /api/v1/payments/" + order.id(), 200,
					"{\"state\":\"%s\",\"amountMinor\":%d}".formatted(state, amount))
			.on("GET /ledger?orderId=" + order.id(), 200, "{\"items\":[" + ledger + "]}");
		return new Books(this.lab, NONE).money(List.of(order));
	}

	private static Order confirmed() {
		return order("CONFIRMED", null);
	}

	private static Order cancelled(String reason) {
		return order("CANCELLED", reason);
	}

	private static Order order(String status, @Nullable String reason) {
		return new Order("o-" + status + reason, status, reason, "async",
				List.of(new Order.Line("ACC-005", "Filter", 2, 390)), 780, "EUR", "", "");
	}

}
