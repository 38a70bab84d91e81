package orderly.inventory;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import orderly.chassis.Problem;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is in stock.
 */
@RestController
@RequestMapping("/stock")
@Tag(name = "stock")
class StockController {

	private final Warehouse warehouse;

	StockController(Warehouse warehouse) {
		this.warehouse = warehouse;
	}

	@GetMapping
	@Operation(summary = "All stock, or the skus asked for; of an unknown sku there is none")
	Items<Stock> stock(@RequestParam(defaultValue = "") @Size(
			max = 20) List<@Pattern(regexp = "\\P{Cntrl}*", message = "must have no control characters") String> sku) {
		return Items.all(sku.isEmpty() ? this.warehouse.all() : this.warehouse.of(sku));
	}

	@GetMapping("/{sku}")
	@Operation(summary = "The stock of one sku")
	Stock stockOf(@PathVariable String sku) {
		return this.warehouse.find(sku).orElseThrow(() -> unknown(sku));
	}

	static Problem unknown(String sku) {
		return new Problem(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is no sku %s.".formatted(sku));
	}

}
