package orderly.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The price list over HTTP.
 */
@RestController
@Tag(name = "Products")
class ProductController {

	private final Products products;

	ProductController(Products products) {
		this.products = products;
	}

	@GetMapping("/products")
	@Operation(summary = "All products and their prices")
	Page<Product> all() {
		return new Page<>(this.products.all(), null);
	}

}
