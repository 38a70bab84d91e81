package orderly.gateway;

import orderly.gateway.Http.Answer;
import orderly.test.upstream.Behaviour;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody serves version 1 at the moment. That is an outage, and no refusal. */
class WithdrawnTests extends Edged {

	@DynamicPropertySource
	static void serve(DynamicPropertyRegistry properties) {
		properties.add("spring.cloud.discovery.client.simple.instances.order-service[0].metadata.api-versions",
				() -> "2");
	}

	@Test
	void aVersionWithoutAReleaseIsUnavailableAndTheOthersAreNot() {
		UPSTREAM.that(Behaviour.ANSWERS);
		Answer answer = http().get("/api/v1/orders");
		Problems.assertOwn(answer, 503, "unavailable");
		assertThat(answer.header("Retry-After")).isEqualTo("1");
		assertThat(UPSTREAM.arrivals()).isEmpty();
		assertThat(http().get("/api/v2/orders").status()).isEqualTo(200);
	}

}
