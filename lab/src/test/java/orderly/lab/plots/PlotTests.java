package orderly.lab.plots;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import orderly.lab.client.Answer;
import orderly.lab.client.Span;
import orderly.lab.client.Trace;
import orderly.lab.load.Sample;
import orderly.lab.load.Samples;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import tools.jackson.databind.node.MissingNode;

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
	void drawsWhatHappenedOverTimeWithTheBrokenWindow() {
		Plot plot = TimePlot.of("Down & up", Duration.ofSeconds(30))
			.window("killed", Duration.ofSeconds(10), Duration.ofSeconds(20))
			.latencies("client", samples(300))
			.curves("lag", "messages", Map.of("orders", new TreeMap<>(Map.of(0.0, 1.0, 15.0, 400.0, 30.0, 0.0))))
			.bands("breaker",
					List.of(new TimePlot.Band("CLOSED", Duration.ZERO, Duration.ofSeconds(11)),
							new TimePlot.Band("OPEN", Duration.ofSeconds(11), Duration.ofSeconds(21)),
							new TimePlot.Band("HALF_OPEN", Duration.ofSeconds(21), Duration.ofMillis(21_100))))
			.named("t");
		assertIsXml(plot);
		assertThat(plot.svg()).contains("killed: 10.0 s to 20.0 s", "200 answered", "100 failed", "OPEN for 10.0 s",
				"HALF_OPEN for 0.1 s", "orders, messages");
	}

	@Test
	void drawsADistributionForEachCase() {
		Plot plot = Distribution.plot("d", "Off & on", List.of(new Distribution.Case("off", samples(300), Colours.OFF),
				new Distribution.Case("on", samples(2_000), Colours.ON)));
		assertIsXml(plot);
		assertThat(plot.svg()).contains(">p99.9<", "off: 300 calls", "on: 2000 calls");
	}

	@Test
	void drawsWhoDidWhichPart() {
		Plot plot = Shares.plot("s", "Who answered",
				List.of(new Shares.Row("least loaded", new TreeMap<>(Map.of("a", 97, "b", 3)))));
		assertIsXml(plot);
		assertThat(plot.svg()).contains("97 %", "3 %", "b: 3");
	}

	@Test
	void aLongLoadIsStillASmallFile() {
		Plot plot = TimePlot.of("Long", Duration.ofMinutes(5)).latencies("client", samples(50_000)).named("l");
		assertThat(plot.svg()).hasSizeLessThan(120_000);
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

	/** Every third fails. */
	private static Samples samples(int count) {
		return new Samples(IntStream.range(0, count)
			.mapToObj(i -> new Sample(Duration.ofMillis(30_000L * i / count), Duration.ofMillis(5 + i % 40),
					(i % 3 == 0) ? Answer.none() : new Answer(200, null, null, MissingNode.getInstance())))
			.toList());
	}

	private static Span span(String service, long start) {
		return new Span("t", service, null, "SERVER", "http post", start, 1000, new Span.Endpoint(service), null,
				Map.of());
	}

}
