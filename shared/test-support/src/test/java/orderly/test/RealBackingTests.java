package orderly.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

@RealBacking(database = "orders")
@SpringBootTest(classes = RealBackingTests.Application.class, properties = "eureka.client.enabled=true")
class RealBackingTests {

	private final Environment environment;

	@Autowired
	RealBackingTests(Environment environment) {
		this.environment = environment;
	}

	@Test
	void pointsAtAFreshDatabase() throws SQLException {
		assertThat(property("spring.datasource.username")).startsWith("orders_");
		try (Connection connection = DriverManager.getConnection(property("spring.datasource.url"),
				property("spring.datasource.username"), property("spring.datasource.password"))) {
			assertThat(connection.isValid(1)).isTrue();
		}
	}

	@Test
	void pointsAtTheSharedBrokerWithAPrefixOfItsOwn() {
		assertThat(property("spring.kafka.bootstrap-servers")).isEqualTo(Backing.kafka());
		assertThat(property("orderly.messaging.prefix")).matches("t[0-9a-f]{8}-");
	}

	@Test
	void theTestsOwnPropertiesWin() {
		assertThat(property("eureka.client.enabled")).isEqualTo("true");
	}

	private String property(String name) {
		return this.environment.getRequiredProperty(name);
	}

	@Nested
	class InANestedTest {

		@Test
		void theContextIsTheSame(@Autowired Environment here) {
			assertThat(here).isSameAs(RealBackingTests.this.environment);
		}

	}

	@Nested
	@RealBacking(database = "own", own = true)
	class WithServersOfItsOwn {

		@Test
		void theyCanBeRestarted(@Autowired Environment here, @Autowired ObjectProvider<OwnBacking> own) {
			OwnBacking servers = own.getObject();
			servers.postgres().restart();
			assertThat(here.getProperty("spring.kafka.bootstrap-servers")).isEqualTo(servers.kafka().bootstrapServers())
				.isNotEqualTo(Backing.kafka());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

	}

}
