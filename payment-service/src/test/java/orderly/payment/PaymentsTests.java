package orderly.payment;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import orderly.test.Backing;
import orderly.test.Database;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentsTests {

	private static final ReconcilerSettings SETTINGS = new ReconcilerSettings(Duration.ofMillis(500),
			Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(2), 8);

	private final UUID orderId = Generators.timeBasedEpochGenerator().generate();

	private final Payment payment = Payment.intended(this.orderId, new Demand(1250, "EUR", "card-ok"), "00-a-b-01");

	private JdbcClient jdbc;

	private Payments payments;

	private DuePayments due;

	private TransactionTemplate transaction;

	@BeforeEach
	void migrate() {
		Database database = Backing.freshDatabase("payments");
		DriverManagerDataSource source = new DriverManagerDataSource(database.url(), database.user(),
				database.password());
		Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
		this.jdbc = JdbcClient.create(source);
		this.payments = new Payments(this.jdbc, (_) -> {
		}, SETTINGS);
		this.due = new DuePayments(this.jdbc, SETTINGS);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@Test
	void remembersWhatItWasGiven() {
		assertThat(this.payments.add(this.payment)).isTrue();
		assertThat(this.payments.find(this.orderId)).contains(this.payment);
	}

	@Test
	void keepsTheFirstOfTwo() {
		assertThat(this.payments.add(this.payment)).isTrue();
		assertThat(this.payments.add(Payment.tombstone(this.orderId, "CUSTOMER", null))).isFalse();
		assertThat(this.payments.find(this.orderId)).contains(this.payment);
	}

	@Test
	void givesADuePaymentToOneReconciler() {
		this.payments.add(this.payment);
		assertThat(claimed()).isEmpty();
		makeDue();
		this.transaction.executeWithoutResult((_) -> {
			assertThat(claimed()).containsExactly(this.orderId);
			assertThat(this.transaction.<List<UUID>>execute((_) -> claimed())).isEmpty();
		});
		assertThat(claimed()).isEmpty();
	}

	@Test
	void givesAPaymentAgainWhoseReconcilerDied() {
		this.payments.add(this.payment);
		makeDue();
		assertThat(claimed()).containsExactly(this.orderId);
		makeDue();
		assertThat(claimed()).containsExactly(this.orderId);
	}

	private void makeDue() {
		this.jdbc.sql("update payments set due_at = now() - interval '1 s'").update();
	}

	private List<UUID> claimed() {
		return this.due.claim().stream().map(Payment::orderId).toList();
	}

}
