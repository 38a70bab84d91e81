package orderly.lab.client;

import java.time.Duration;

import orderly.lab.Exit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceTests {

	static final String ORDER = """
			{"id":"0199-1","customer":"guest","status":"%s","reason":%s,"checkout":"async","lines":[{"sku":"TEA-001",
			"name":"Assam","quantity":2,"unitPriceMinor":1250}],"totalMinor":2500,"currency":"EUR",
			"placedAt":"2026-11-24T13:00:00Z","updatedAt":"2026-11-24T13:00:01Z"}""";

	private final StubServer stub = new StubServer();

	@AfterEach
	void stop() {
		this.stub.close();
	}

	@Test
	void followsTheOrderUntilItIsConfirmed() {
		this.stub.on("POST /api/v1/orders", 202, ORDER.formatted("PLACED", "null"))
			.on("GET /api/v1/orders/0199-1", 200, ORDER.formatted("PLACED", "null"))
			.on("GET /api/v1/orders/0199-1", 200, ORDER.formatted("CONFIRMED", "null"));
		Ran ran = Ran.word(this.stub, "place", "--quantity", "2");
		assertThat(ran.exit()).isEqualTo(Exit.OK);
		assertThat(ran.out()).contains("CONFIRMED", "TEA-001 x2", "25.00 EUR", "order 0199-1")
			.contains(this.stub.url() + "/zipkin/traces/4bf92f3577b34da6a3ce929d0e0e4736");
		assertThat(this.stub.seen().getFirst()).contains("\"quantity\":2", "\"method\":\"card-ok\"");
	}

	@Test
	void tellsWhoeverHasToWait() {
		this.stub.on("POST /api/v1/orders", 202, ORDER.formatted("PLACED", "null"));
		for (int i = 0; i < 60; i++) { // 50 ms lie between two looks
			this.stub.on("GET /api/v1/orders/0199-1", 200, ORDER.formatted("PLACED", "null"));
		}
		this.stub.on("GET /api/v1/orders/0199-1", 200, ORDER.formatted("CONFIRMED", "null"));
		Ran ran = Ran.word(this.stub, "place");
		assertThat(ran.exit()).isEqualTo(Exit.OK);
		assertThat(ran.out()).containsSubsequence("Order 0199-1 is under way", "CONFIRMED");
	}

	@Test
	void failsWhenOneOrderIsCancelled() {
		this.stub.on("POST /api/v1/orders", 202, ORDER.formatted("PLACED", "null"))
			.on("GET /api/v1/orders/0199-1", 200, ORDER.formatted("CANCELLED", "\"DECLINED\""));
		Ran ran = Ran.word(this.stub, "place");
		assertThat(ran.exit()).isEqualTo(Exit.FAILED);
		assertThat(ran.out()).contains("CANCELLED (DECLINED)");
	}

	@Test
	void findsTheOrderOfACancelledSynchronousCheckout() {
		this.stub.on("POST /api/v1/orders", 409, """
				{"type":"/problems/order-cancelled","order":"/api/v1/orders/0199-1","reason":"DECLINED"}""")
			.on("GET /api/v1/orders/0199-1", 200, ORDER.formatted("CANCELLED", "\"DECLINED\""));
		Ran ran = Ran.word(this.stub, "place", "--checkout", "sync");
		assertThat(ran.exit()).isEqualTo(Exit.FAILED);
		assertThat(ran.out()).contains("CANCELLED (DECLINED)");
	}

	@Test
	void saysThatStockIsShort() {
		this.stub.on("POST /api/v1/orders", 409, """
				{"type":"/problems/short","missing":[{"sku":"TEA-001","requested":2,"available":0}]}""");
		Ran ran = Ran.word(this.stub, "place", "--json");
		assertThat(ran.exit()).isEqualTo(Exit.FAILED);
		assertThat(ran.out()).contains("\"outcome\":\"REFUSED (SHORT)\"", "\"order\":null", "\"http\":409");
	}

	@Test
	void printsOneLineOfJsonForEachOrder() {
		this.stub.on("POST /api/v1/orders", 201, ORDER.formatted("CONFIRMED", "null"));
		Ran ran = Ran.word(this.stub, "place", "--count", "3", "--json");
		assertThat(ran.exit()).isEqualTo(Exit.OK);
		assertThat(ran.out().lines()).hasSize(3).allMatch((line) -> line.startsWith("{\"outcome\":\"CONFIRMED\""));
	}

	@Test
	void waitsOutAnOutageOfWhoeverTellsOfTheOrder() {
		this.stub.on("POST /api/v1/orders", 202, ORDER.formatted("PLACED", "null"))
			.on("GET /api/v1/orders/0199-1", 503, "{\"type\":\"/problems/unavailable\"}")
			.on("GET /api/v1/orders/0199-1", 200, ORDER.formatted("CONFIRMED", "null"));
		Ran ran = Ran.word(this.stub, "place");
		assertThat(ran.exit()).isEqualTo(Exit.OK);
		assertThat(ran.out()).contains("CONFIRMED");
	}

	@Test
	void keepsAnOrderThatWasTakenAlthoughNobodyTellsOfIt() {
		this.stub.on("POST /api/v1/orders", 202, ORDER.formatted("PLACED", "null"))
			.on("GET /api/v1/orders/0199-1", 503, "{\"type\":\"/problems/degraded\"}");
		Gateway gateway = new Gateway(new Http(), this.stub.url());
		assertThat(gateway.placeAndFollow(Basket.of("TEA-001", 1), Duration.ofMillis(200)).outcome())
			.isEqualTo("PLACED");
	}

	@Test
	void namesTheFieldAtFault() {
		this.stub.on("POST /api/v1/orders", 422, """
				{"type":"/problems/invalid","detail":"see errors",
				 "errors":[{"field":"lines[0].sku","message":"is not in the catalogue"}]}""");
		Ran ran = Ran.word(this.stub, "place", "--sku", "NOPE");
		assertThat(ran.exit()).isEqualTo(Exit.FAILED);
		assertThat(ran.out()).contains("lines[0].sku is not in the catalogue").doesNotContain("see errors");
	}

	@Test
	void refusesToPlaceNothing() {
		assertThat(Ran.word(this.stub, "place", "--count", "0").exit()).isEqualTo(Exit.USAGE);
		assertThat(this.stub.seen()).isEmpty();
	}

	@Test
	void refusesAKeyThatNoHeaderCarries() {
		assertThat(Ran.word(this.stub, "place", "--key", "1 \u20ac").exit()).isEqualTo(Exit.USAGE);
		assertThat(this.stub.seen()).isEmpty();
	}

}
