package orderly.chassis;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * A service of the least size that has everything to get wrong.
 */
@SpringBootApplication
@ImportHttpServices(group = "partner-service", types = Partner.class)
@ImportHttpServices(group = "outside", types = Outside.class)
class SampleService {

	enum Checkout {

		async, sync

	}

	record Line(@NotNull String sku, @Min(1) @Max(100) int quantity) {
	}

	record Basket(@NotEmpty List<@Valid Line> lines, Checkout checkout, UUID id) {
	}

	@RestController
	static class Baskets {

		private final Partner partner;

		private final Outside outside;

		Baskets(Partner partner, Outside outside) {
			this.partner = partner;
			this.outside = outside;
		}

		@GetMapping("/outside/{id}")
		String outside(@PathVariable String id) {
			return this.outside.other(id);
		}

		@GetMapping("/partners/{id}")
		String partner(@PathVariable String id) {
			return this.partner.thing(id);
		}

		@PostMapping("/baskets")
		Basket post(@RequestBody @Valid Basket basket) {
			return basket;
		}

		@GetMapping("/baskets/{id}")
		UUID get(@PathVariable UUID id) {
			return id;
		}

		@GetMapping("/baskets")
		int list(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
			return limit;
		}

		@GetMapping("/refused")
		void refused() {
			throw new Problem(HttpStatus.CONFLICT, "short", "Not enough in stock", "Take less.").with("missing",
					List.of());
		}

		@GetMapping("/broken")
		void broken() {
			throw new IllegalStateException("secret");
		}

	}

}
