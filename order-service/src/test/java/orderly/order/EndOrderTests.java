package orderly.order;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EndOrderTests extends RunningService {

	@RepeatedTest(5)
	void ofAllThatRaceOneEndsTheOrder() {
		UUID id = placed();
		atOnce(List.of(() -> this.endOrder.confirm(id), () -> this.endOrder.cancel(id, Order.Reason.SHORT),
				() -> this.endOrder.cancel(id, Order.Reason.DECLINED),
				() -> this.endOrder.cancel(id, Order.Reason.DEADLINE),
				() -> this.endOrder.cancel(id, Order.Reason.UNKNOWN), () -> post("/orders/" + id + "/cancel", "")));
		Order order = order(id);
		Record end = (order.status() == Order.Status.CONFIRMED) ? new OrderConfirmed(id, 2500, "EUR")
				: new OrderCancelled(id, order.requiredReason());
		assertThat(published().orderEvents(id)).containsExactly(OrderPlaced.of(order), end);
		assertThat(timeline(id)).hasSize(2);
	}

	@Test
	void anEndIsForEver() {
		UUID id = placed();
		this.endOrder.confirm(id);
		Order confirmed = order(id);
		this.endOrder.cancel(id, Order.Reason.CUSTOMER);
		assertThat(order(id)).isEqualTo(confirmed);
	}

	@Test
	void nothingIsPublishedWhenTheTransactionFails() {
		UUID id = placed();
		this.transaction.executeWithoutResult((status) -> {
			this.endOrder.confirm(id);
			status.setRollbackOnly();
		});
		assertThat(order(id).status()).isEqualTo(Order.Status.PLACED);
		assertThat(published().orderEvents(id)).hasSize(1);
	}

	private static void atOnce(List<Runnable> rivals) {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			rivals.forEach((rival) -> threads.submit(() -> {
				start.await();
				rival.run();
				return null;
			}));
			start.countDown();
		}
	}

}
