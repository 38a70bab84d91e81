package orderly.order;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
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
