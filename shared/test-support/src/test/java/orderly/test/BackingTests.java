package orderly.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BackingTests {

	@Test
	void eachDatabaseIsItsOwn() throws SQLException {
		Database first = Backing.freshDatabase("orders");
		Database second = Backing.freshDatabase("orders");
		try (Connection connection = connect(first, first)) {
			assertThat(connection.isValid(1)).isTrue();
		}
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect(first, second));
	}

	@Test
	void theBrokerAnswers() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", Backing.kafka()))) {
			assertThat(admin.describeCluster().nodes().get()).hasSize(1);
		}
	}

	private static Connection connect(Database role, Database database) throws SQLException {
		return DriverManager.getConnection(database.url(), role.user(), role.password());
	}

}
