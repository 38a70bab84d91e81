package orderly.chassis;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Supplier;

import orderly.chassis.Http.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "orderly.policies.retry=off", "orderly.policies.circuit-breaker=on" })
class PoliciesTests {

	private final Http http;

	private final Policies policies;

	private final ConfigurableEnvironment environment;

	PoliciesTests(@LocalServerPort int port, @Autowired Policies policies,
			@Autowired ConfigurableEnvironment environment) {
		this.http = new Http(port);
		this.policies = policies;
		this.environment = environment;
	}

	@AfterEach
	void switchBack() {
		assertThat(set("retry", "off").status()).isEqualTo(204);
		assertThat(set("tracing", "on").status()).isEqualTo(204);
	}

	@Test
	void showsWhatTheProcessDeclares() {
		Answer answer = this.http.get("/actuator/policies");
		assertThat(answer.text("/policies/retry")).isEqualTo("off");
		assertThat(answer.text("/policies/circuit-breaker")).isEqualTo("on");
		assertThat(answer.text("/policies/tracing")).isEqualTo("on");
		assertThat(answer.body().at("/policies").size()).isEqualTo(3);
	}

	@Test
	void switchesWhileTheProcessRuns() {
		Supplier<String> choice = this.policies.choose("retry", "thrice", "once");
		assertThat(choice.get()).isEqualTo("once");
		assertThat(set("retry", "on").status()).isEqualTo(204);
		assertThat(choice.get()).isEqualTo("thrice");
		assertThat(this.environment.getProperty("orderly.policies.retry", Boolean.class)).isTrue();
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		assertThat(set("courage", "on").status()).isEqualTo(404);
		assertThat(set("retry", "perhaps").status()).isEqualTo(400);
		assertThat(this.policies.isOn("retry")).isFalse();
	}

	@Test
	void isOnWhereNobodySaysAnything() {
		assertThat(new Policies(new MockEnvironment()).isOn("retry")).isTrue();
	}

	@Test
	void beginsATraceOfItsOwnWhileTracingIsOff() {
		String given = "0af7651916cd43dd8448eb211c80319c";
		String[] header = { "traceparent", "00-" + given + "-b7ad6b7169203331-01" };
		assertThat(this.http.get("/baskets", header).header("X-Trace-Id")).isEqualTo(given);
		set("tracing", "off");
		assertThat(this.http.get("/baskets", header).header("X-Trace-Id")).hasSize(32).isNotEqualTo(given);
	}

	private Answer set(String policy, String state) {
		return this.http.send(this.http.request("/actuator/policies/" + policy, "Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"state\":\"%s\"}".formatted(state))));
	}

}
