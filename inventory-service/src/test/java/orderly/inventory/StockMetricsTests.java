package orderly.inventory;

import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class StockMetricsTests extends WholeService {

	private static final int CONNECTIONS = 8;

	@Autowired
	private StockMetrics metrics;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private ReleaseStock releaseStock;

	@Test
	void countPiecesAndOrdersByState() {
		this.metrics.read();
		double released = orders("RELEASED");
		this.releaseStock.release(UUID.randomUUID());
		this.metrics.read();
		assertThat(orders("RELEASED") - released).isEqualTo(1);
		assertThat(this.meters.get("orderly.stock").tags("sku", "ACC-004", "state", "available").gauge().value())
			.isEqualTo(this.books.stock("ACC-004").available());
	}

	@Test
	void keepNoConnectionHoweverOftenTheyAreRead() {
		for (int more = 0; more < 2 * CONNECTIONS; more++) {
			this.metrics.read();
		}
	}

	private double orders(String state) {
		return this.meters.get("orderly.reservations").tag("state", state).gauge().value();
	}

}
