package orderly.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.uuid.Generators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class ReserveStockTests extends WholeService {

	private static final Instant DEADLINE = Instant.now().plusSeconds(120);

	@Autowired
	private ReserveStock reserveStock;

	@Autowired
	private ReleaseStock releaseStock;

	@Autowired
	private SellStock sellStock;

	@AfterEach
	void nothingIsLostOrMade() {
		this.books.assertBalanced();
	}

	@Test
	void holdsFiftyPiecesForTwoHundredOrdersAtOnce() throws Exception {
		Stock before = this.books.set("ACC-003", 50);
		List<Hold> holds = AtOnce
			.call(IntStream.range(0, 200).<Callable<Hold>>mapToObj((_) -> () -> reserve("ACC-003", 1)));
		assertThat(holds).hasSize(200).filteredOn(Hold.Held.class::isInstance).hasSize(50);
		assertThat(holds).filteredOn(Hold.Short.class::isInstance).hasSize(150);
		assertThat(this.books.stock("ACC-003").available()).isZero();
		assertThat(this.books.stock("ACC-003").held() - before.held()).isEqualTo(50);
	}

	@Test
	void ordersWithTheSameHotSkusWaitForEachOtherAndDoNotDeadlock() throws Exception {
		List<String> hot = List.of("COF-001", "COF-002", "TEA-001", "TEA-002", "TEA-003");
		List<Long> sold = hot.stream().map((sku) -> this.books.stock(sku).sold() + 100).toList();
		Random random = new Random(42);
		List<UUID> orders = Stream.generate(ReserveStockTests::newId).limit(100).toList();
		AtOnce.call(orders.stream().map((orderId) -> {
			List<Item> items = new ArrayList<>(hot.stream().map((sku) -> new Item(sku, 2)).toList());
			Collections.shuffle(items, random);
			return () -> this.reserveStock.reserve(orderId, items, DEADLINE);
		}));
		AtOnce.call(IntStream.range(0, 100).mapToObj((index) -> () -> sellEverySecond(index, orders.get(index))));
		assertThat(hot.stream().map((sku) -> this.books.stock(sku).sold())).containsExactlyElementsOf(sold);
	}

	@Test
	void holdsAllLinesOrNone() {
		this.books.set("POT-001", 5);
		Stock cups = this.books.stock("CUP-001");
		Hold hold = this.reserveStock.reserve(newId(),
				List.of(new Item("POT-001", 6), new Item("CUP-001", 1), new Item("TEA-999", 1)), DEADLINE);
		assertThat(hold).isEqualTo(new Hold.Short(List.of(new Missing("POT-001", 6, 5), new Missing("TEA-999", 1, 0))));
		assertThat(this.books.stock("CUP-001")).isEqualTo(cups);
	}

	@Test
	void theFirstAnswerStandsAlsoWhenMoreStockArrives() {
		UUID orderId = newId();
		this.books.set("POT-002", 1);
		Hold first = this.reserveStock.reserve(orderId, List.of(new Item("POT-002", 2)), DEADLINE);
		this.books.set("POT-002", 10);
		assertThat(first).isEqualTo(new Hold.Short(List.of(new Missing("POT-002", 2, 1))));
		assertThat(this.reserveStock.reserve(orderId, List.of(new Item("POT-002", 2)), DEADLINE)).isEqualTo(first);
	}

	@Test
	void askedTwentyTimesAtOnceItHoldsOnce() throws Exception {
		UUID orderId = newId();
		long before = this.books.stock("CUP-002").held();
		List<Hold> holds = AtOnce.call(IntStream.range(0, 20)
			.<Callable<Hold>>mapToObj(
					(_) -> () -> this.reserveStock.reserve(orderId, List.of(new Item("CUP-002", 3)), DEADLINE)));
		assertThat(holds).containsOnly(new Hold.Held());
		assertThat(this.books.stock("CUP-002").held() - before).isEqualTo(3);
	}

	@Test
	void aCancelThatArrivesFirstIsFoundByTheLateRequest() {
		UUID orderId = newId();
		Stock before = this.books.stock("CUP-003");
		assertThat(this.releaseStock.release(orderId)).isFalse();
		Hold hold = this.reserveStock.reserve(orderId, List.of(new Item("CUP-003", 1)), DEADLINE);
		assertThat(hold).isEqualTo(new Hold.Ended(ReservationState.RELEASED));
		assertThat(this.books.stock("CUP-003")).isEqualTo(before);
	}

	@Test
	void whicheverOfCancelAndRequestWinsNothingStaysHeld() throws Exception {
		long before = this.books.stock("POT-003").held();
		List<UUID> orders = Stream.generate(ReserveStockTests::newId).limit(40).toList();
		AtOnce.call(orders.stream().<Callable<Object>>mapMulti((orderId, tasks) -> {
			tasks.accept(() -> this.reserveStock.reserve(orderId, List.of(new Item("POT-003", 1)), DEADLINE));
			tasks.accept(() -> this.releaseStock.release(orderId));
		}));
		assertThat(orders).allSatisfy((orderId) -> assertThat(this.books.states(orderId)).containsExactly("RELEASED"));
		assertThat(this.books.stock("POT-003").held()).isEqualTo(before);
	}

	@Test
	void releasesAndSellsOnlyOnce() {
		UUID cancelled = newId();
		UUID confirmed = newId();
		Stock before = this.books.stock("TEA-004");
		this.reserveStock.reserve(cancelled, List.of(new Item("TEA-004", 2)), DEADLINE);
		this.reserveStock.reserve(confirmed, List.of(new Item("TEA-004", 3)), DEADLINE);
		assertThat(this.releaseStock.release(cancelled)).isTrue();
		assertThat(this.releaseStock.release(cancelled)).isFalse();
		this.sellStock.sell(confirmed);
		this.sellStock.sell(confirmed);
		assertThat(this.books.stock("TEA-004"))
			.isEqualTo(new Stock("TEA-004", before.available() - 3, before.held(), before.sold() + 3));
	}

	private Hold reserve(String sku, int quantity) {
		return this.reserveStock.reserve(newId(), List.of(new Item(sku, quantity)), DEADLINE);
	}

	private boolean sellEverySecond(int index, UUID orderId) {
		if (index % 2 == 0) {
			this.sellStock.sell(orderId);
			return true;
		}
		return this.releaseStock.release(orderId);
	}

	private static UUID newId() {
		return Generators.timeBasedEpochGenerator().generate();
	}

}
