package orderly.order;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param <T> what it lists
 * @param items this part
 * @param next the cursor of the part after it, null at the end
 */
record Page<T>(List<T> items, @Nullable String next) {

	static final String HOW_TO_GO_ON = "`next`, and the header `Link`, lead to the page after this one; at the end there is none.";

	/**
	 * Cuts a page.
	 * @param items up to one more than a page, which tells that there is another
	 */
	static <T> Page<T> of(List<T> items, int limit, Function<T, String> cursor) {
		if (items.size() <= limit) {
			return new Page<>(items, null);
		}
		return new Page<>(items.subList(0, limit), cursor.apply(items.get(limit - 1)));
	}

}
