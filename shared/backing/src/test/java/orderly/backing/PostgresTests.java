package orderly.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.nio.file.attribute.PosixFilePermission;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One server for all tests, as making its data folder takes longest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTests {

	@TempDir
	private static Path folder;

	private final int port = Ports.free();

	private Postgres postgres;

	@BeforeAll
	void start() {
		this.postgres = Postgres.start(folder.resolve("ein Büro"), folder.resolve("postgres.log"), this.port);
	}

	@AfterAll
	void stop() {
		this.postgres.stop();
	}

	@Test
	void keepsItsDataWhenItIsStopped() throws SQLException {
		this.postgres.createDatabase("orders", "o'rderly");
		execute("create table kept (id int); insert into kept values (1)");
		this.postgres.stop();
		assertThat(this.postgres.isAlive()).isFalse();
		start();
		assertThat(count("kept")).isEqualTo(1);
	}

	@Test
	void keepsItsDataWhenItIsKilledWithAClientConnected() throws SQLException {
		this.postgres.createDatabase("orders", "o'rderly");
		try (Connection connection = connect("orders", "orders")) {
			execute("create table survivor (id int); insert into survivor values (1)");
			this.postgres.kill();
			assertThat(this.postgres.isAlive()).isFalse();
			start();
			assertThat(connection.isValid(1)).isFalse();
		}
		assertThat(count("survivor")).isEqualTo(1);
	}

	@Test
	void aDatabaseIsMadeOnceAndBelongsToItsRoleAlone() throws SQLException {
		this.postgres.createDatabase("orders", "o'rderly");
		this.postgres.createDatabase("orders", "o'rderly");
		this.postgres.createDatabase("payments", "o'rderly");
		try (Connection connection = connect("orders", "orders")) {
			assertThat(connection.isValid(1)).isTrue();
		}
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect("orders", "payments"));
	}

	@Test
	void neverTradesSafetyForSpeed() throws SQLException {
		this.postgres.createDatabase("orders", "o'rderly");
		try (Connection connection = connect("orders", "orders");
				var result = connection.createStatement().executeQuery("select current_setting('fsync')")) {
			result.next();
			assertThat(result.getString(1)).isEqualTo("on");
		}
	}

	@Test
	void onlyTheOwnerReadsTheSuperusersPassword() throws Exception {
		assertThat(Files.getPosixFilePermissions(folder.resolve("ein Büro/superuser-password")))
			.isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
	}

	@Test
	void aTakenPortIsSaidAtOnce() {
		assertThatExceptionOfType(DidNotStartException.class)
			.isThrownBy(() -> Postgres.start(folder.resolve("other"), folder.resolve("other.log"), this.port))
			.withMessageContaining("Address already in use");
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = connect("orders", "orders"); var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private int count(String table) throws SQLException {
		try (Connection connection = connect("orders", "orders");
				var result = connection.createStatement().executeQuery("select count(*) from " + table)) {
			result.next();
			return result.getInt(1);
		}
	}

	private Connection connect(String role, String database) throws SQLException {
		return DriverManager.getConnection(this.postgres.url(database), role, "o'rderly");
	}

}
