package orderly.lab.experiments;

import java.io.StringReader;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import orderly.lab.client.Span;
import orderly.lab.client.Trace;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class PlotTests {

	@Test
	void drawsBarsAsWellFormedXml() {
		Plot plot = Bars.plot("p", "Times <of> it's & others", "ms",
				List.of(new Bars.Bar("a", List.of(1.0, 2.0, 30.5), "#123456"), new Bars.Bar("b", List.of(7.0), "red")));
		assertIsXml(plot);
		assertThat(plot.svg()).contains("Times &lt;of&gt; it&#39;s &amp; others", "median 2 ms");
	}

	@Test
	void drawsATraceWithALaneForEachService() {
		Plot plot = Waterfall.plot("w", "A trace",
				new Trace("t", List.of(span("gateway", 0), span("order-service", 500))));
		assertIsXml(plot);
		assertThat(plot.svg()).contains(">gateway<", ">order-service<", ">KAFKA<");
	}

	@Test
	void ticksAreRoundAndReachTheEnd() {
		assertThat(Ticks.upTo(37).values()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0);
		assertThat(Ticks.upTo(412).values()).containsExactly(0.0, 100.0, 200.0, 300.0, 400.0, 500.0);
		assertThat(Ticks.upTo(0).end()).isPositive();
	}

	private static void assertIsXml(Plot plot) {
		assertThatCode(() -> DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(plot.svg())))).doesNotThrowAnyException();
	}

	private static Span span(String service, long start) {
		return new Span("t", service, null, "SERVER", "http post", start, 1000, new Span.Endpoint(service), null,
				Map.of());
	}

}
