package orderly.order.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The part of inventory-service's API that is used here. Answers may have more fields
 * than these, but not fewer.
 */
interface InventoryApi {

	@GetExchange("/stock")
	Shelves stock(@RequestParam List<String> sku);

	@PutExchange("/reservations/{orderId}")
	Reservation reserve(@PathVariable UUID orderId, @RequestBody Wanted wanted);

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Shelves(List<Shelf> items) {

		List<Missing> missingOf(List<Item> wanted) {
			return wanted.stream()
				.map((item) -> new Missing(item.sku(), item.quantity(), available(item.sku())))
				.filter((item) -> item.available() < item.requested())
				.toList();
		}

		private int available(String sku) {
			return this.items.stream()
				.filter((shelf) -> shelf.sku().equals(sku))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("the answer leaves out " + sku))
				.available();
		}

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Shelf(String sku, int available) {
	}

	record Wanted(List<Item> lines, Instant deadline) {
	}

	/**
	 * Both the answer of a 200 and the problem of a 409.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Reservation(State state, @Nullable List<Missing> missing) {

		enum State {

			HELD, REJECTED, RELEASED, SOLD

		}

	}

}
