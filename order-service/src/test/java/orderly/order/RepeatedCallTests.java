package orderly.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import orderly.order.inventory.Availability;
import orderly.order.inventory.Hold;
import orderly.order.inventory.Inventory;
import orderly.order.inventory.Item;
import orderly.order.payment.Bill;
import orderly.order.payment.Charge;
import orderly.order.payment.Payment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * How often a call arrives is counted where it arrives: whatever layer may repeat it, it
 * is seen here.
 */
class RepeatedCallTests extends RunningService {

	private static final String STOCK = "GET /stock";

	private static final String HOLD = "PUT /reservations/";

	private static final String CHARGE = "PUT /payments/";

	private static final List<Item> ITEMS = List.of(new Item("TEA-001", 2));

	@Autowired
	private Inventory inventoryClient;

	@Autowired
	private Payment paymentClient;

	@Autowired
	private MeterRegistry meters;

	@AfterEach
	void retryAgain() {
		policy("retry", "on");
	}

	@ParameterizedTest
	@CsvSource({ "on, 3", "off, 1" })
	void aResetIsRepeatedByTheRetryAloneAndByNoHiddenLayer(String retry, int arrivals) {
		policy("retry", retry);
		inventory.resets();
		payment.resets();
		assertThat(askForStock()).isEqualTo(new Availability.Unknown());
		assertThat(hold()).isEqualTo(new Hold.Unknown());
		assertThat(charge()).isEqualTo(new Charge.Unknown());
		assertThat(inventory.arrivals(STOCK)).isEqualTo(arrivals);
		assertThat(inventory.arrivals(HOLD)).isEqualTo(arrivals);
		assertThat(payment.arrivals(CHARGE)).isEqualTo(arrivals);
	}

	@ParameterizedTest
	@CsvSource({ "on, 3", "off, 1" })
	void soIsAConnectionThatIsClosedBeforeAnAnswer(String retry, int arrivals) {
		policy("retry", retry);
		inventory.hangsUp(STOCK);
		inventory.hangsUp(HOLD);
		assertThat(askForStock()).isEqualTo(new Availability.Unknown());
		assertThat(hold()).isEqualTo(new Hold.Unknown());
		assertThat(inventory.arrivals(STOCK)).isEqualTo(arrivals);
		assertThat(inventory.arrivals(HOLD)).isEqualTo(arrivals);
	}

	@ParameterizedTest
	@CsvSource({ "on, 2", "off, 0" })
	void whatIsNotThereIsTriedAgainAndCounted(String retry, int retries) {
		policy("retry", retry);
		inventory.down();
		double before = retries();
		assertThat(askForStock()).isEqualTo(new Availability.Unknown());
		assertThat(retries() - before).isEqualTo(retries);
	}

	@Test
	void aPartnerThatFlapsIsAskedUntilItAnswers() {
		inventory.flaps(STOCK, 503, 502);
		inventory.flaps(HOLD, 504);
		payment.flaps(CHARGE, 503, 503);
		assertThat(askForStock()).isEqualTo(new Availability.Available());
		assertThat(hold()).isEqualTo(new Hold.Held());
		assertThat(charge()).isEqualTo(new Charge.Captured());
		assertThat(inventory.requests()).hasSize(5);
		assertThat(payment.requests()).hasSize(3);
	}

	@Test
	void threeAttemptsAreEnough() {
		inventory.flaps(STOCK, 503, 503, 503);
		assertThat(askForStock()).isEqualTo(new Availability.Unknown());
		assertThat(inventory.requests()).hasSize(3);
	}

	static Stream<Arguments> whatNoRepetitionMends() {
		return Stream.of(once("slow", (partner) -> partner.answersAfter(Duration.ofSeconds(2), STOCK, 200, "{}")),
				once("not found", (partner) -> partner.answers(STOCK, 404, "{}")),
				once("too many requests", (partner) -> partner.answers(STOCK, 429, "{}")),
				once("a bug", (partner) -> partner.answers(STOCK, 500, "{}")),
				once("no JSON", (partner) -> partner.answers(STOCK, 200, "<html>")),
				once("the sku left out", (partner) -> partner.answers(STOCK, 200, "{\"items\": []}")));
	}

	private static Arguments once(String name, Consumer<StubPartner> fault) {
		return argumentSet(name, fault);
	}

	@ParameterizedTest
	@MethodSource("whatNoRepetitionMends")
	void whatNoRepetitionMendsArrivesOnce(Consumer<StubPartner> fault) {
		fault.accept(inventory);
		assertThat(askForStock()).isEqualTo(new Availability.Unknown());
		assertThat(inventory.requests()).hasSize(1);
	}

	@Test
	void aRefusedReservationArrivesOnce() {
		inventory.answers(HOLD, 409, "{\"state\": \"RELEASED\"}");
		assertThat(hold()).isEqualTo(new Hold.Ended());
		assertThat(inventory.requests()).hasSize(1);
	}

	@Test
	void eachAttemptIsASpanOfItsOwnInOneTrace() {
		inventory.flaps(STOCK, 503, 503);
		assertThat(post("/orders", ORDER).statusCode()).isEqualTo(202);
		List<String> parents = inventory.headers("Traceparent");
		assertThat(parents).hasSize(3).doesNotHaveDuplicates();
		assertThat(parents).extracting((parent) -> parent.split("-")[1]).containsOnly(parents.getFirst().split("-")[1]);
	}

	private Availability askForStock() {
		return this.inventoryClient.availabilityOf(ITEMS);
	}

	private Hold hold() {
		return this.inventoryClient.hold(UUID.randomUUID(), ITEMS, Instant.now(), Duration.ofSeconds(4));
	}

	private Charge charge() {
		return this.paymentClient.charge(UUID.randomUUID(), new Bill(2500, "EUR", "card-ok"), Duration.ofSeconds(4));
	}

	private double retries() {
		return this.meters.counter("orderly.calls.retries", "partner", "inventory-service").count();
	}

}
