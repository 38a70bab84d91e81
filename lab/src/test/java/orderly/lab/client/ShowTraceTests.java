package orderly.lab.client;

import orderly.lab.Exit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShowTraceTests {

	private static final String SPANS = """
			[{"traceId":"abc","id":"1","kind":"SERVER","name":"http post /api/v1/orders","timestamp":1000000,
			"duration":250000,"localEndpoint":{"serviceName":"gateway"},"tags":{"order.id":"0199-1"}},
			{"traceId":"abc","id":"2","parentId":"1","name":"left unfinished","timestamp":1100000}]""";

	private final StubServer stub = new StubServer();

	@AfterEach
	void stop() {
		this.stub.close();
	}

	@Test
	void findsTheTraceOfTheNewestOrder() {
		this.stub
			.on("GET /api/v1/orders?limit=1", 200,
					"{\"items\":[" + PlaceTests.ORDER.formatted("CONFIRMED", null) + "]}")
			.on("GET /api/v2/traces?limit=100&annotationQuery=order.id%3D0199-1", 200, "[" + SPANS + "]")
			.on("GET /api/v2/trace/abc", 200, SPANS);
		Ran ran = Ran.word(this.stub, "trace", "last");
		assertThat(ran.exit()).isEqualTo(Exit.OK);
		assertThat(ran.out()).contains("gateway  http post /api/v1/orders", "250 ms", "/zipkin/traces/abc");
	}

	@Test
	void failsForATraceThatZipkinDoesNotKnow() {
		assertThat(Ran.word(this.stub, "trace", "4bf92f3577b34da6a3ce929d0e0e4736").exit()).isEqualTo(Exit.FAILED);
	}

	@Test
	void refusesWhatIsNoId() {
		assertThat(Ran.word(this.stub, "trace", "abc").exit()).isEqualTo(Exit.USAGE);
		assertThat(this.stub.seen()).isEmpty();
	}

}
