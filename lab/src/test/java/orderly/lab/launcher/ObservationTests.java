package orderly.lab.launcher;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ObservationTests {

	@Test
	void findsTheListenerOfAPortInTheKernelsTable() {
		List<String> table = List.of(
				"  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid",
				"   0: 0100007F:1F90 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 11111 1",
				"   1: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 22222 1");
		assertThat(PortOwner.listener(table, 8080)).contains("22222");
		assertThat(PortOwner.listener(table, 8081)).isEmpty();
	}

	@Test
	void readsTheKernelsMemoryFigures() {
		List<String> rollup = List.of("Rss:              200 kB", "Pss:              150 kB", "Pss_Anon:  1 kB");
		assertThat(Memory.kibibytes(rollup, "Pss:")).hasValue(150 * 1024);
	}

	@Test
	void sumsTheSamplesOfAMetric() {
		Metrics metrics = new Metrics(List.of("# TYPE orderly_dead_letters gauge",
				"orderly_dead_letters{group=\"a b\",topic=\"orders\"} 2.0", "orderly_dead_letters{group=\"c\"} 1.0",
				"orderly_dead_letters_other 9.0", "orderly_outbox_rows 0.0"));
		assertThat(metrics.value("orderly_dead_letters")).isEqualTo(3);
		assertThat(metrics.value("orderly_outbox_rows")).isZero();
		assertThat(metrics.value("nothing")).isNull();
	}

	@Test
	void asksAllReplicasForWhatTheyShareAndDoesNotCountItTwice() {
		Metrics first = new Metrics(List.of("orderly_consumer_lag{group=\"a\"} NaN", "orderly_outbox_rows 3.0",
				"orderly_message_age_seconds{group=\"a\"} 0.0"));
		Metrics second = new Metrics(List.of("orderly_consumer_lag{group=\"a\"} 7.0", "orderly_outbox_rows 3.0",
				"orderly_message_age_seconds{group=\"a\"} 1.5"));
		assertThat(Backlog.of("a", List.of(first, second))).isEqualTo(new Backlog("a", 7L, 1.5, 3L, null, null, null));
		assertThat(Backlog.of("a", List.of(first)).lag()).isNull();
	}

	@Test
	void doesNotCallNothingWhatNobodyKnows() {
		Backlog half = new Backlog("a", 0L, 0.0, 0L, 0.0, null, 0L);
		assertThat(half.dead()).isNull();
		assertThat(new Backlog("a", 0L, 0.0, 0L, 0.0, 2L, null).dead()).isEqualTo(2);
		assertThat(new Backlog("a", 0L, 0.0, 0L, 0.0, 0L, 0L).dead()).isZero();
	}

}
