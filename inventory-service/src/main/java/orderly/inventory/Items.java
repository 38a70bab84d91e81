package orderly.inventory;

import java.util.List;

/**
 * A list as the API writes it.
 *
 * @param <T> what it lists
 * @param items all of them: there is no next page
 */
record Items<T>(List<T> items) {
}
