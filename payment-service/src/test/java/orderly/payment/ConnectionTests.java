package orderly.payment;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What PostgreSQL allows a connection of the service's own pool. */
class ConnectionTests extends PaymentServiceTest {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void isEndedWhenItIdlesInATransactionForTenSeconds() {
		assertThat(shown("idle_in_transaction_session_timeout")).isEqualTo("10s");
	}

	@Test
	void waitsForALockForFiveSeconds() {
		assertThat(shown("lock_timeout")).isEqualTo("5s");
	}

	private String shown(String setting) {
		return this.jdbc.sql("show " + setting).query(String.class).single();
	}

}
