package orderly.gateway;

import orderly.gateway.Http.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must hold for every problem that the gateway itself tells.
 */
final class Problems {

	private Problems() {
	}

	static void assertOwn(Answer answer, int status, String slug) {
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.text("/type")).isEqualTo("/problems/" + slug);
		assertThat(answer.body().at("/status").asInt()).isEqualTo(status);
		assertThat(answer.text("/title")).isNotBlank();
		assertThat(answer.text("/detail")).isNotBlank().doesNotContain("127.0.0.1").doesNotContain("-service");
		assertThat(answer.response().headers().allValues("X-Trace-Id")).hasSize(1);
		assertThat(answer.text("/traceId")).hasSize(32).isEqualTo(answer.header("X-Trace-Id"));
		assertThat(answer.response().headers().allValues("X-Served-By"))
			.containsExactly("gateway;release=1;instance=1");
	}

}
