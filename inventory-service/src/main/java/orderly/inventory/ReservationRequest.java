package orderly.inventory;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import orderly.chassis.Problem;
import orderly.chassis.Problem.FieldError;

/**
 * What should be held.
 *
 * @param lines 1 to 20, each sku once
 * @param deadline when the order ends at the latest
 */
record ReservationRequest(@NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Wanted> lines,
		@NotNull Instant deadline) {

	private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

	/**
	 * Some pieces of one sku.
	 *
	 * @param sku the stock keeping unit
	 * @param quantity 1 to 100 pieces
	 */
	record Wanted(
			@NotBlank @Size(max = 40) @Pattern(regexp = "\\P{Cntrl}*",
					message = "must have no control characters") String sku,
			@NotNull @Min(1) @Max(100) Integer quantity) {
	}

	List<Item> items() {
		List<FieldError> errors = isAbsurd() ? List.of(new FieldError("deadline", "must be a time of this century"))
				: repeated();
		if (!errors.isEmpty()) {
			throw Problem.invalid(errors);
		}
		return Item.of(this.lines, (line) -> new Item(line.sku(), line.quantity()));
	}

	/** Such a time can neither be stored nor added to. */
	private boolean isAbsurd() {
		return this.deadline.isBefore(EARLIEST) || this.deadline.isAfter(LATEST);
	}

	private List<FieldError> repeated() {
		Set<String> seen = new HashSet<>();
		return IntStream.range(0, this.lines.size())
			.filter((index) -> !seen.add(this.lines.get(index).sku()))
			.mapToObj((index) -> new FieldError("lines[%d].sku".formatted(index), "must be in one line only"))
			.toList();
	}

}
