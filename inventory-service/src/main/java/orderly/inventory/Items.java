package orderly.inventory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A list as the API writes it.
 *
 * @param <T> what it lists
 * @param items all of them
 * @param next always null: there is no further page
 */
record Items<T>(List<T> items, @Nullable String next) {

	static <T> Items<T> all(List<T> items) {
		return new Items<>(items, null);
	}

}
