package orderly.lab.experiments.oneorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import orderly.lab.client.Span;
import orderly.lab.client.Trace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TraceCheckTests {

	private static final TraceCheck CONFIRMED = new TraceCheck(new Case(Expected.CONFIRMED, "async"));

	private static final TraceCheck SHORT = new TraceCheck(new Case(Expected.SHORT, "async"));

	@Test
	void acceptsTheWholeStoryOfAnOrder() {
		assertThat(CONFIRMED.faults(whole())).isEmpty();
	}

	@Test
	void doesNotMindAnotherSubscriber() {
		List<Span> spans = new ArrayList<>(whole().spans());
		spans.add(span("mail", "order-service-kafka", "CONSUMER", "notifications", "orders process"));
		assertThat(CONFIRMED.faults(new Trace("t", spans))).isEmpty();
	}

	@Test
	void missesAServiceWhoseTraceBrokeOff() {
		assertThat(CONFIRMED.faults(without((span) -> span.service().equals("payment-service"))))
			.anySatisfy((fault) -> assertThat(fault).startsWith("services are"));
	}

	@Test
	void missesTheSqlOfOneService() {
		assertThat(CONFIRMED.faults(without((span) -> span.id().equals("inventory-service-sql"))))
			.containsExactly("no SQL span of [inventory-service]");
	}

	@Test
	void missesTheMessagesOfOneService() {
		assertThat(CONFIRMED.faults(without((span) -> span.id().equals("order-service-kafka"))))
			.containsExactly("no KAFKA span of [order-service]");
	}

	@Test
	void refusesATraceWithTwoRoots() {
		List<Span> spans = new ArrayList<>(whole().spans());
		spans.add(span("stray", "lost", "CONSUMER", "order-service", "payments process"));
		assertThat(CONFIRMED.faults(new Trace("t", spans)))
			.anySatisfy((fault) -> assertThat(fault).startsWith("not one tree"));
	}

	@Test
	void refusesATraceThatDoesNotStartAtTheGateway() {
		assertThat(CONFIRMED.faults(without((span) -> span.id().equals("gateway"))))
			.anySatisfy((fault) -> assertThat(fault).startsWith("not one tree"));
	}

	@Test
	void refusesAnEmptyTrace() {
		assertThat(CONFIRMED.faults(new Trace("t", List.of()))).isNotEmpty();
	}

	@Test
	void aShortOrderMustNotReachPaymentNorKafka() {
		assertThat(SHORT
			.faults(without((span) -> span.service().equals("payment-service") || span.id().endsWith("kafka"))))
			.isEmpty();
		assertThat(SHORT.faults(whole())).anySatisfy((fault) -> assertThat(fault).startsWith("services are"))
			.anySatisfy((fault) -> assertThat(fault).startsWith("KAFKA spans of"));
	}

	private static Trace whole() {
		List<Span> spans = new ArrayList<>();
		spans.add(span("gateway", null, "SERVER", "gateway", "http post"));
		for (String service : Expected.SERVICES) {
			spans.add(span(service, "gateway", "SERVER", service, "http"));
			spans.add(span(service + "-sql", service, "CLIENT", service, "query"));
			spans.add(span(service + "-kafka", service, "CONSUMER", service, "orders process"));
		}
		return new Trace("t", spans);
	}

	private static Trace without(Predicate<Span> gone) {
		return new Trace("t", whole().spans().stream().filter(gone.negate()).toList());
	}

	private static Span span(String id, @Nullable String parent, String kind, String service, String name) {
		return new Span("t", id, parent, kind, name, 0, 1, new Span.Endpoint(service), null, Map.of());
	}

}
