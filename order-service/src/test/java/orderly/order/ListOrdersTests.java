package orderly.order;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ListOrdersTests extends RunningService {

	@Test
	void theNewestComeFirst() {
		UUID first = placed();
		UUID second = placed();
		assertThat(ids(get("/orders?limit=2"))).containsExactly(second.toString(), first.toString());
	}

	@Test
	void everyOrderIsOnOnePageWhateverIsPlacedMeanwhile() {
		List<String> placed = List.of(placed().toString(), placed().toString(), placed().toString()).reversed();
		List<String> listed = new ArrayList<>();
		Optional<String> page = Optional.of("/orders?limit=1");
		while (page.isPresent() && listed.size() < 3) {
			HttpResponse<String> response = get(page.get());
			listed.addAll(ids(response));
			page = next(response);
			placed();
		}
		assertThat(listed).isEqualTo(placed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "2" })
	void aPageHasTwentyOrdersUnlessMoreAreAskedForAndAtMostAHundred(String version) {
		addUntilThereAre(101);
		assertThat(ids(get("/orders", "API-Version", version))).hasSize(20);
		assertThat(ids(get("/orders?limit=100", "API-Version", version))).hasSize(100);
		assertThat(get("/orders?limit=101", "API-Version", version).statusCode()).isEqualTo(422);
	}

	@Test
	void theLastPageHasNoNext() {
		long orders = orderCount();
		assertThat(orders).isLessThan(5000);
		HttpResponse<String> response = get("/orders");
		for (Optional<String> page = next(response); page.isPresent(); page = next(response)) {
			response = get(page.get());
		}
		assertThat(json(response).get("next").isNull()).isTrue();
	}

	@Test
	void anOrderIsCancelledOnlyUntilItIsConfirmed() {
		UUID id = placed();
		assertThat(post("/orders/" + id + "/cancel", "").statusCode()).isEqualTo(202);
		assertThat(post("/orders/" + id + "/cancel", "").statusCode()).isEqualTo(202);
		assertThat(json(get("/orders/" + id)).get("reason").asString()).isEqualTo("CUSTOMER");
		UUID confirmed = placed();
		this.endOrder.confirm(confirmed);
		assertThat(post("/orders/" + confirmed + "/cancel", "").statusCode()).isEqualTo(409);
	}

	/** As one was placed, and before it. */
	private void addUntilThereAre(int count) {
		UUID example = placed();
		this.jdbc.sql("""
				insert into orders (id, customer, checkout, payment_method, lines, total_minor, currency, status,
					reason, placed_at, updated_at, deadline)
				select cast('00000000-0000-7000-8000-' || lpad(cast(number as text), 12, '0') as uuid), customer,
					checkout, payment_method, lines, total_minor, currency, 'CANCELLED', 'CUSTOMER', placed_at,
					updated_at, deadline
				from orders, generate_series(1, ?) as number where id = ?
				on conflict do nothing""").params(count, example).update();
	}

	private List<String> ids(HttpResponse<String> response) {
		return json(response).get("items").valueStream().map((order) -> order.get("id").asString()).toList();
	}

	private Optional<String> next(HttpResponse<String> response) {
		JsonNode next = json(response).get("next");
		Optional<String> link = response.headers()
			.allValues("Link")
			.stream()
			.filter((header) -> header.endsWith("rel=\"next\""))
			.findFirst()
			.map((header) -> header.substring(1, header.indexOf('>')).replace("/api/v1", ""));
		assertThat(link.isPresent()).isNotEqualTo(next.isNull());
		return link;
	}

}
