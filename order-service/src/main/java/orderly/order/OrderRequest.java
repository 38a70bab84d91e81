package orderly.order;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import orderly.chassis.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sends to place an order.
 *
 * @param checkout {@code async}, also if left out, or {@code sync}
 */
@Schema(example = OrderRequest.EXAMPLE)
record OrderRequest(@NotEmpty @Size(max = 20, message = "must be at most 20 lines") List<@NotNull @Valid Line> lines,
		@NotNull @Valid Payment payment,
		@Pattern(regexp = "async|sync", message = "must be async or sync") String checkout) {

	static final String EXAMPLE = """
			{"lines": [{"sku": "TEA-001", "quantity": 2}], "payment": {"method": "card-ok"}, "checkout": "async"}""";

	static final String WHAT_COMES_OF_IT = "async: 202, and the order ends later. sync: 201 if it is confirmed, 409 if it "
			+ "is cancelled. Too little stock: 409, and no order. Under one Idempotency-Key there is one order and one answer.";

	OrderRequest(List<Line> lines, Payment payment, @Nullable String checkout) {
		this.lines = lines;
		this.payment = payment;
		this.checkout = (checkout != null) ? checkout : "async";
	}

	record Line(@NotBlank @Pattern(regexp = "\\P{Cntrl}*", message = "must have no control characters") String sku,
			@NotNull @Min(1) @Max(100) Integer quantity) {
	}

	record Payment(@NotNull @Pattern(regexp = "card-(ok|declined|timeout|lost)",
			message = "must be card-ok, card-declined, card-timeout or card-lost") String method) {
	}

	/**
	 * What a single field cannot know: each line takes a sku of its own from the known
	 * ones.
	 */
	List<FieldError> skusAtFault(Set<String> known) {
		Set<String> left = new HashSet<>(known);
		return IntStream.range(0, this.lines.size())
			.filter((i) -> !left.remove(this.lines.get(i).sku()))
			.mapToObj((i) -> new FieldError("lines[%d].sku".formatted(i),
					known.contains(this.lines.get(i).sku()) ? "is already in a line above" : "is not in the catalogue"))
			.toList();
	}

}
