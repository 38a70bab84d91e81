package orderly.gateway;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import orderly.test.upstream.Behaviour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/** What the balancer learns of an instance when time is up; it forgets at once here. */
@TestPropertySource(
		properties = { "orderly.load-balancing.pass-over=1ms", "orderly.load-balancing.pass-over-at-most=1ms" })
class HurriedClientTests extends Edged {

	@Autowired
	private MeterRegistry meters;

	/** The first call of a process takes longer than a hurried client waits. */
	@BeforeEach
	void warmUp() {
		UPSTREAM.that(Behaviour.ANSWERS);
		assertThat(http().get("/api/brief").status()).isEqualTo(200);
	}

	static Stream<Arguments> tooSlow() {
		return Stream.of(argumentSet("silent", Behaviour.SILENT),
				argumentSet("stalls in the body", Behaviour.stallsAfter(10)));
	}

	@ParameterizedTest
	@MethodSource("tooSlow")
	void ejectsNoInstance(Behaviour behaviour) {
		UPSTREAM.that(behaviour);
		double before = ejections();
		Problems.assertOwn(http().get("/api/brief", "Request-Timeout", "1000"), 504, "timeout");
		assertThat(UPSTREAM.arrivals()).hasSize(1);
		assertThat(ejections()).isEqualTo(before);
	}

	@ParameterizedTest
	@MethodSource("tooSlow")
	void unlikeOneWhoLeavesTheRouteItsTime(Behaviour behaviour) {
		UPSTREAM.that(behaviour);
		double before = ejections();
		Problems.assertOwn(http().get("/api/brief"), 504, "timeout");
		assertThat(ejections()).isEqualTo(before + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2000", "2500" })
	void unlikeOneWhoWaitsAsLongOrLonger(String milliseconds) {
		UPSTREAM.that(Behaviour.SILENT);
		double before = ejections();
		Problems.assertOwn(http().get("/api/brief", "Request-Timeout", milliseconds), 504, "timeout");
		assertThat(ejections()).isEqualTo(before + 1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 502, 503, 504 })
	void ejectsWhoSaysAtOnceThatItCannot(int status) {
		UPSTREAM.that(Behaviour.answers(status));
		double before = ejections();
		http().send(http().request("/api/any", "Request-Timeout", "5000").POST(BodyPublishers.noBody()));
		assertThat(ejections()).isEqualTo(before + 1);
	}

	private double ejections() {
		return this.meters.find("orderly.balancing.ejections").counters().stream().mapToDouble(Counter::count).sum();
	}

}
