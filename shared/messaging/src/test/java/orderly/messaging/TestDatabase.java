package orderly.messaging;

import java.util.UUID;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import orderly.test.Backing;
import orderly.test.Database;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh database with messaging's tables, and one table of the test's own. */
record TestDatabase(HikariDataSource connections, JdbcClient jdbc,
		TransactionTemplate transaction) implements AutoCloseable {

	static TestDatabase fresh() {
		Database database = Backing.freshDatabase("messaging");
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(database.url());
		config.setUsername(database.user());
		config.setPassword(database.password());
		config.setMaximumPoolSize(12);
		config.setConnectionInitSql("set idle_in_transaction_session_timeout = '2s'");
		HikariDataSource connections = new HikariDataSource(config);
		Flyway.configure().dataSource(connections).locations("db/messaging").load().migrate();
		JdbcClient jdbc = JdbcClient.create(connections);
		jdbc.sql("create table thing (id uuid primary key, version int not null)").update();
		return new TestDatabase(connections, jdbc, new TransactionTemplate(new JdbcTransactionManager(connections)));
	}

	int count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Integer.class).single();
	}

	UUID addThing() {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("insert into thing values (?, 0)").param(id).update();
		return id;
	}

	/** Changes a thing under its row's lock. Returns its new version. */
	int changeThing(UUID id) {
		return this.jdbc.sql("update thing set version = version + 1 where id = ? returning version")
			.param(id)
			.query(Integer.class)
			.single();
	}

	@Override
	public void close() {
		this.connections.close();
	}

}
