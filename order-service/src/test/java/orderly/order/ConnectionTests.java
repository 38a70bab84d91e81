package orderly.order;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What PostgreSQL allows a connection of the service's own pool. */
class ConnectionTests extends RunningService {

	@Autowired
	private DataSource pool;

	@Test
	void isEndedWhenItIdlesInATransactionForTenSeconds() {
		assertThat(shown("idle_in_transaction_session_timeout")).isEqualTo("10s");
	}

	@Test
	void waitsForALockForFiveSeconds() {
		assertThat(shown("lock_timeout")).isEqualTo("5s");
	}

	/** A cable that is cut says nothing: no relay and no timer may wait for ever. */
	@Test
	void givesUpAServerThatIsSilentForTwentySeconds() throws SQLException {
		try (Connection connection = this.pool.getConnection()) {
			assertThat(connection.getNetworkTimeout()).isEqualTo(20_000);
		}
	}

	private String shown(String setting) {
		return this.jdbc.sql("show " + setting).query(String.class).single();
	}

}
