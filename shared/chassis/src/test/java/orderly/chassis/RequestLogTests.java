package orderly.chassis;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class RequestLogTests {

	@Test
	void saysWhatWasAskedAndAnswered(CapturedOutput output) throws Exception {
		request("/orders");
		assertThat(output).containsPattern("POST /orders -> 202 in \\d+ ms");
	}

	@Test
	void leavesOutTheActuator(CapturedOutput output) throws Exception {
		request("/actuator/health");
		assertThat(output).doesNotContain("/actuator/health");
	}

	private static void request(String uri) throws Exception {
		new RequestLog().doFilter(new MockHttpServletRequest("POST", uri), new MockHttpServletResponse(),
				(request, response) -> ((HttpServletResponse) response).setStatus(202));
	}

}
