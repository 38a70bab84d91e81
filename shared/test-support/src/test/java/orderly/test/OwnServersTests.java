package orderly.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OwnServersTests {

	@Test
	void postgresKeepsItsAddressAndDataWhenItIsRestarted() throws Exception {
		try (OwnPostgres postgres = OwnPostgres.started()) {
			Database database = postgres.freshDatabase("orders");
			postgres.restart();
			postgres.kill();
			postgres.start();
			try (Connection connection = DriverManager.getConnection(database.url(), database.user(),
					database.password())) {
				assertThat(connection.isValid(1)).isTrue();
			}
		}
	}

	@Test
	void kafkaKeepsItsAddressAndTopicsWhenItIsRestarted() throws Exception {
		try (OwnKafka kafka = OwnKafka.started();
				Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
			admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
			kafka.restart();
			assertThat(admin.listTopics().names().get()).contains("kept");
		}
	}

}
