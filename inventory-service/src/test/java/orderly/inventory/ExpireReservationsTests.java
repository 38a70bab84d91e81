package orderly.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import orderly.contracts.Contract;
import orderly.inventory.Wire.Heard;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ExpireReservationsTests extends WholeService {

	private static final Duration AFTER = Duration.ofSeconds(60);

	private final UUID orderId = Generators.timeBasedEpochGenerator().generate();

	@Autowired
	private ExpireReservations expireReservations;

	@Autowired
	private ExpiredReservations expired;

	@Autowired
	private ReserveStock reserveStock;

	@Autowired
	private ReleaseStock releaseStock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Tracer tracer;

	@Test
	void asksAMinuteAfterTheDeadlineAndNotBefore() {
		hold(AFTER.minusSeconds(30));
		this.expireReservations.ask();
		assertThat(timesAsked()).isZero();
		becomeDue();
		this.expireReservations.ask();
		assertThat(timesAsked()).isOne();
		awaitRequests(1);
	}

	@Test
	void asksAgainAtDoublingPausesUpToAnHour() {
		hold(AFTER.plusSeconds(1));
		for (double pause : List.of(120.0, 240.0, 480.0, 960.0, 1920.0, 3600.0, 3600.0)) {
			this.expireReservations.ask();
			assertThat(secondsUntilAskedAgain()).isBetween(pause - 20, pause);
			becomeDue();
		}
		List<Heard> requests = awaitRequests(7);
		assertThat(requests).extracting((request) -> request.headers().get("ce_id")).doesNotHaveDuplicates();
	}

	@Test
	void leavesAloneWhatHasEnded() {
		hold(AFTER.plusSeconds(1));
		this.releaseStock.release(this.orderId);
		this.expireReservations.ask();
		assertThat(timesAsked()).isZero();
	}

	@Test
	void twoInstancesShareTheWork() {
		hold(AFTER.plusSeconds(1));
		this.transaction.executeWithoutResult((_) -> {
			assertThat(this.expired.claim()).extracting(ExpiredReservations.Expired::orderId).contains(this.orderId);
			Thread other = Thread.ofPlatform().start(this.expireReservations::ask);
			await().atMost(30, SECONDS).until(() -> !other.isAlive());
		});
		assertThat(timesAsked()).isOne();
	}

	@Test
	void asksInTheTraceOfTheOrder() {
		Span request = this.tracer.nextSpan().name("a request").start();
		try (Tracer.SpanInScope _ = this.tracer.withSpan(request)) {
			hold(AFTER.plusSeconds(1));
		}
		finally {
			request.end();
		}
		this.expireReservations.ask();
		assertThat(awaitRequests(1).getFirst().headers().get("traceparent")).contains(request.context().traceId());
	}

	private void hold(Duration sinceDeadline) {
		Instant deadline = Instant.now().minus(sinceDeadline);
		assertThat(this.reserveStock.reserve(this.orderId, List.of(new Item("ACC-005", 1)), deadline))
			.isEqualTo(new Hold.Held());
	}

	private void becomeDue() {
		this.jdbc.sql("update reservation set ask_at = now() where order_id = ?").param(this.orderId).update();
	}

	private int timesAsked() {
		return this.jdbc.sql("select asked from reservation where order_id = ?")
			.param(this.orderId)
			.query(Integer.class)
			.single();
	}

	private double secondsUntilAskedAgain() {
		return this.jdbc.sql("select extract(epoch from ask_at - now()) from reservation where order_id = ?")
			.param(this.orderId)
			.query(Double.class)
			.single();
	}

	private List<Heard> awaitRequests(int count) {
		await().atMost(30, SECONDS).until(() -> this.wire.about(this.orderId).size() >= count);
		List<Heard> requests = this.wire.about(this.orderId);
		assertThat(requests).hasSize(count).allSatisfy((request) -> {
			assertThat(request.type()).isEqualTo("inventory.reservation-expired.v1");
			Contract.of(request.type()).validate(request.body());
		});
		return requests;
	}

}
