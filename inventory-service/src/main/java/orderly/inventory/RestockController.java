package orderly.inventory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sets the stock, so that an experiment starts from a known number.
 */
@RestController
@Profile("lab")
@RequestMapping("/stock")
@Tag(name = "stock")
class RestockController {

	private final Warehouse warehouse;

	RestockController(Warehouse warehouse) {
		this.warehouse = warehouse;
	}

	@PutMapping("/{sku}")
	@Operation(summary = "Set what is available of one sku; the difference is booked as restocked (lab only)")
	Stock restock(@PathVariable String sku, @Valid @RequestBody Restock restock) {
		return this.warehouse.restock(sku, restock.available()).orElseThrow(() -> StockController.unknown(sku));
	}

	/**
	 * The stock that should be there.
	 *
	 * @param available pieces that can be reserved afterwards
	 */
	record Restock(@NotNull @Min(0) @Max(1_000_000) Long available) {
	}

}
