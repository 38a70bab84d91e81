package orderly.lab.experiments.oneorder;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExemplarsTests {

	private static final String METRICS = """
			# TYPE http_server_requests_seconds histogram
			http_server_requests_seconds_bucket{method="GET",uri="/orders",le="0.1"} 3 # {span_id="1",trace_id="aaa"} 0.05 1.0
			http_server_requests_seconds_bucket{method="POST",status="202",uri="/orders",le="0.1"} 3
			http_server_requests_seconds_bucket{method="POST",status="202",uri="/orders",le="0.5"} 4 # {span_id="2",trace_id="bbb"} 0.2 1.0
			http_server_requests_seconds_count{method="POST",uri="/orders/{id}/cancel"} 4 # {span_id="2",trace_id="ccc"} 0.2 1.0
			jdbc_query_seconds_bucket{le="0.5"} 4 # {span_id="2",trace_id="ddd"} 0.2 1.0
			""";

	@Test
	void findsThoseOfPlacedOrdersAlone() {
		assertThat(Exemplars.ofPlacingOrders(METRICS)).containsExactly("bbb");
	}

}
