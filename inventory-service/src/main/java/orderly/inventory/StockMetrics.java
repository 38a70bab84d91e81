package orderly.inventory;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many pieces of each sku, and how many reservations, are in which state. Gauges of
 * what the database says, so that a message handled twice counts once.
 */
@Component
class StockMetrics {

	private final Warehouse warehouse;

	private final Reservations reservations;

	private final MultiGauge pieces;

	private final MultiGauge orders;

	StockMetrics(Warehouse warehouse, Reservations reservations, MeterRegistry meters) {
		this.warehouse = warehouse;
		this.reservations = reservations;
		this.pieces = MultiGauge.builder("orderly.stock").description("pieces of a sku").register(meters);
		this.orders = MultiGauge.builder("orderly.reservations").description("orders by state").register(meters);
	}

	@Scheduled(fixedDelayString = "${orderly.inventory.metrics-every:10s}")
	void read() {
		this.pieces.register(this.warehouse.all().stream().flatMap(StockMetrics::rows).toList(), true);
		Map<ReservationState, Long> counts = this.reservations.count();
		this.orders.register(Arrays.stream(ReservationState.values())
			.map((state) -> Row.of(Tags.of("state", state.name()), counts.getOrDefault(state, 0L)))
			.toList(), true);
	}

	private static Stream<Row<?>> rows(Stock stock) {
		return Stream.of(row(stock, "available", stock.available()), row(stock, "held", stock.held()),
				row(stock, "sold", stock.sold()));
	}

	private static Row<?> row(Stock stock, String state, long pieces) {
		return Row.of(Tags.of("sku", stock.sku(), "state", state), pieces);
	}

}
