package orderly.chassis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

class AdmissionTests {

	private static final int AT_ONCE = 2;

	@RestController
	static class Held {

		final CountDownLatch door = new CountDownLatch(1);

		final AtomicInteger inside = new AtomicInteger();

		@GetMapping("/held")
		String held() throws InterruptedException {
			this.inside.incrementAndGet();
			this.door.await();
			return "\"through\"";
		}

	}

	@Test
	void letsOthersWaitUntilThereIsAPlace() {
		try (ConfigurableApplicationContext service = new SpringApplicationBuilder(SampleService.class, Held.class)
			.run("--server.port=0", "--orderly.drain=0s", "--orderly.at-once=" + AT_ONCE)) {
			Http http = new Http(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			Held held = service.getBean(Held.class);
			List<CompletableFuture<Http.Answer>> answers = Stream.generate(() -> ask(() -> http.get("/held")))
				.limit(AT_ONCE + 2)
				.toList();
			Awaitility.await().during(Duration.ofMillis(500)).until(() -> held.inside.get() == AT_ONCE);
			held.door.countDown();
			assertThat(answers).allSatisfy((answer) -> assertThat(answer.join().status()).isEqualTo(200));
		}
	}

	@Test
	void doesNotBeginWhatHasWaitedUntilItsTimeWasOver() {
		try (ConfigurableApplicationContext service = new SpringApplicationBuilder(SampleService.class, Held.class)
			.run("--server.port=0", "--orderly.drain=0s", "--orderly.at-once=1")) {
			Http http = new Http(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			Held held = service.getBean(Held.class);
			CompletableFuture<Http.Answer> first = ask(() -> http.get("/held"));
			Awaitility.await().until(() -> held.inside.get() == 1);
			CompletableFuture<Http.Answer> second = ask(() -> http.get("/held", Deadline.HEADER, "200"));
			Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> !second.isDone());
			held.door.countDown();
			assertThat(second.join().status()).isEqualTo(504);
			assertThat(second.join().text("/detail")).contains("nothing was done");
			assertThat(first.join().status()).isEqualTo(200);
			assertThat(held.inside).hasValue(1);
			assertThat(http.get("/held", Deadline.HEADER, "20000").status()).isEqualTo(200);
		}
	}

	@Test
	void freesThePlaceOfWhoeverFails() throws InterruptedException {
		Admission admission = new Admission(1);
		CountDownLatch second = new CountDownLatch(1);
		admission.execute(() -> {
			throw new StackOverflowError("on purpose");
		});
		admission.execute(second::countDown);
		assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
	}

	private static CompletableFuture<Http.Answer> ask(Supplier<Http.Answer> question) {
		return CompletableFuture.supplyAsync(question, Thread::startVirtualThread);
	}

}
