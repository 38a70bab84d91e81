package orderly.lab.experiments.oneorder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import orderly.lab.client.Answer;
import orderly.lab.client.Basket;
import orderly.lab.client.Http;
import orderly.lab.client.Order;
import orderly.lab.client.Placement;
import orderly.lab.client.StubServer;
import orderly.lab.client.Urls;
import orderly.lab.experiments.ActuatorDriver;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.MissingNode;

import static org.assertj.core.api.Assertions.assertThat;

class BooksTests {

	private static final Patience NONE = new Patience(Duration.ZERO, Duration.ZERO);

	private static final String SHELF = "{\"sku\":\"ACC-005\",\"available\":%d,\"held\":%d,\"sold\":%d}";

	private static final String NO_SHELF = "{\"sku\":\"ACC-003\",\"available\":%d,\"held\":0,\"sold\":0}";

	private static final Order ORDER = new Order("o1", "CONFIRMED", null, "async", List.of(), 780, "EUR", "", "");

	private final StubServer stub = new StubServer();

	@AfterEach
	void stop() {
		this.stub.close();
	}

	@Test
	void agreeAfterAConfirmedOrder() {
		assertThat(findings(SHELF.formatted(498, 0, 2), "CAPTURED", 780, "{\"kind\":\"CHARGE\",\"amountMinor\":780}"))
			.allMatch(Finding::held);
	}

	@Test
	void refuteAPieceThatIsStillHeld() {
		assertThat(findings(SHELF.formatted(498, 2, 0), "CAPTURED", 780, "{\"kind\":\"CHARGE\",\"amountMinor\":780}"))
			.anyMatch((finding) -> !finding.held() && finding.what().startsWith("stock"));
	}

	@Test
	void refuteAChargeOfAnotherAmount() {
		assertRefutesMoney("CAPTURED", 780, "{\"kind\":\"CHARGE\",\"amountMinor\":781}");
	}

	@Test
	void refuteAChargeTakenTwice() {
		assertRefutesMoney("CAPTURED", 780,
				"{\"kind\":\"CHARGE\",\"amountMinor\":780},{\"kind\":\"CHARGE\",\"amountMinor\":780}");
	}

	@Test
	void refuteAnEmptyLedger() {
		assertRefutesMoney("CAPTURED", 780, "");
	}

	@Test
	void refuteAPaymentThatIsNotCaptured() {
		assertRefutesMoney("UNKNOWN", 780, "{\"kind\":\"CHARGE\",\"amountMinor\":780}");
	}

	@Test
	void refuteAPaymentOfAnotherAmount() {
		assertRefutesMoney("CAPTURED", 1, "{\"kind\":\"CHARGE\",\"amountMinor\":780}");
	}

	private void assertRefutesMoney(String state, int amount, String ledger) {
		assertThat(findings(SHELF.formatted(498, 0, 2), state, amount, ledger))
			.anyMatch((finding) -> !finding.held() && finding.what().startsWith("money"));
	}

	private List<Finding> findings(String shelfAfter, String state, int amount, String ledger) {
		this.stub.on("GET /api/v1/stock/ACC-005", 200, SHELF.formatted(500, 0, 0))
			.on("PUT /api/v1/stock/ACC-005", 200, SHELF.formatted(500, 0, 0))
			.on("GET /api/v1/stock/ACC-005", 200, shelfAfter)
			.on("GET /api/v1/stock/ACC-003", 200, NO_SHELF.formatted(40))
			.on("GET /api/v1/stock/ACC-003", 200, NO_SHELF.formatted(0))
			.on("PUT /api/v1/stock/ACC-003", 200, NO_SHELF.formatted(0))
			.on("GET /api/v1/orders/o1", 200, """
					{"id":"o1","status":"CONFIRMED","totalMinor":780,"currency":"EUR"}""")
			.on("GET /api/v1/payments/o1", 200, "{\"state\":\"%s\",\"amountMinor\":%d}".formatted(state, amount))
			.on("GET /ledger?orderId=o1", 200, "{\"items\":[" + ledger + "]}");
		Lab lab = Lab.over(new Urls(this.stub.url(), this.stub.url()), (name) -> this.stub.url(), Path.of("."),
				new ActuatorDriver(new Http(), List.of(), (name) -> List.of()));
		try (Shelf shelf = Shelf.prepare(lab.gateway())) {
			return new Books(lab, shelf, NONE).findings(List.of(confirmed()));
		}
	}

	private static Placed confirmed() {
		Answer answer = new Answer(202, "t", null, MissingNode.getInstance());
		return new Placed(new Case(Expected.CONFIRMED, "async"),
				new Placement(Basket.of("ACC-005", 2), answer, ORDER, Duration.ZERO));
	}

}
