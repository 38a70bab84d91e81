package orderly.lab.client;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import orderly.lab.Exit;
import orderly.lab.LabException;
import orderly.lab.topics.Event;
import orderly.lab.topics.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "topics", mixinStandardHelpOptions = true,
		description = "Shows the events of one order as they lie in Kafka, with their headers.",
		footer = { "", "Exit codes: 0 shown; 1 no such order; 2 wrong usage; 3 nothing answers." })
class ShowTopics extends Query {

	// the clocks of two processes on two machines
	private static final Duration SKEW = Duration.ofMinutes(1);

	private final Supplier<Optional<String>> running;

	@Parameters(arity = "0..1", paramLabel = "ORDER|last", defaultValue = "last",
			description = "An order's id, or last: the newest order (default).")
	private String id = "";

	@Option(names = "--kafka", paramLabel = "HOST:PORT", defaultValue = "${env:ORDERLY_KAFKA}",
			description = "The broker to ask (or ORDERLY_KAFKA); without it that of the system that runs here.")
	private @Nullable String kafka;

	ShowTopics(Supplier<Optional<Urls>> urls, Supplier<Optional<String>> running) {
		super(urls);
		this.running = running;
	}

	@Override
	public Integer call() {
		Order order = order();
		List<Event> events = new Topics(broker()).since(Instant.parse(order.placedAt()).minus(SKEW))
			.stream()
			.filter(event -> event.key().equals(order.id()))
			.toList();
		if (json) {
			print(Http.JSON.writeValueAsString(
					Map.of("orderId", order.id(), "items", events.stream().map(ShowTopics::json).toList())));
			return Exit.OK;
		}
		print("%d events of order %s".formatted(events.size(), order.id()));
		events.forEach(this::show);
		return Exit.OK;
	}

	private Order order() {
		if (!"last".equals(id)) {
			return where.gateway().order(id);
		}
		return where.gateway()
			.orders(1)
			.stream()
			.findFirst()
			.orElseThrow(() -> new LabException("No orders yet. Place one: ./orderly place"));
	}

	private String broker() {
		return (kafka != null) ? kafka
				: running.get()
					.orElseThrow(() -> new LabException(Exit.NOT_RUNNING,
							"Nothing runs here. Start it with ./orderly up, or name a broker with --kafka.", null));
	}

	private void show(Event event) {
		print("%n%s  %s  %s-%d@%d".formatted(event.time(), event.type(), event.topic(), event.partition(),
				event.offset()));
		event.headers().forEach((name, value) -> print("    %s: %s".formatted(name, value)));
		print("    " + event.body());
	}

	private static Map<String, Object> json(Event event) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("topic", event.topic());
		json.put("partition", event.partition());
		json.put("offset", event.offset());
		json.put("time", event.time().toString());
		json.put("key", event.key());
		json.put("headers", event.headers());
		json.put("data", Http.JSON.readTree(event.body()));
		return json;
	}

}
