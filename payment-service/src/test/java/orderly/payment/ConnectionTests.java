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
		assertThat(this.jdbc.sql("show idle_in_transaction_session_timeout").query(String.class).single())
			.isEqualTo("10s");
	}

}
