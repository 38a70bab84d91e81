package orderly.lab.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import orderly.lab.Exit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

@Command(name = "place", mixinStandardHelpOptions = true,
		description = "Places an order through the gateway and follows it until it ends.",
		footer = { "", "Exit codes: 0 every order is confirmed; 1 one was refused, cancelled or did not end; "
				+ "2 wrong usage; 3 nothing answers." })
class Place extends Query {

	// every order has a deadline of 120 s; what has not ended after this is a fault, and
	// is shown as PLACED
	private static final Duration LONGEST = Duration.ofSeconds(150);

	// an order takes less than a second on an idle machine
	private static final Duration USUAL = Duration.ofSeconds(2);

	private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

	@Option(names = "--sku", defaultValue = "TEA-001", description = "What to buy (default: ${DEFAULT-VALUE}).")
	private String sku = "";

	@Option(names = "--quantity", defaultValue = "1", description = "How many pieces (default: ${DEFAULT-VALUE}).")
	private int quantity;

	@Option(names = "--payment", defaultValue = "card-ok", description = "card-ok, card-declined, card-timeout (the "
			+ "answer comes late) or card-lost (no answer comes); default: ${DEFAULT-VALUE}.")
	private String payment = "";

	@Option(names = "--checkout", defaultValue = "async",
			description = "async (events) or sync (the caller waits); default: ${DEFAULT-VALUE}.")
	private String checkout = "";

	@Option(names = "--count", defaultValue = "1",
			description = "How many orders, one after the other (default: ${DEFAULT-VALUE}).")
	private int count;

	@Option(names = "--key", description = "An Idempotency-Key: all orders of this call are then one and the same.")
	private @Nullable String key;

	Place(Supplier<Optional<Urls>> running) {
		super(running);
	}

	@Override
	public Integer call() {
		if (count < 1) {
			throw new ParameterException(this.spec.commandLine(), "--count wants 1 or more, not " + count + ".");
		}
		if (key != null && !KEY.matcher(key).matches()) {
			throw new ParameterException(this.spec.commandLine(), "--key wants 1 to 255 visible ASCII characters.");
		}
		Gateway gateway = where.gateway();
		boolean all = true;
		for (int i = 0; i < count; i++) {
			Placement placement = place(gateway);
			print(json ? asJson(placement) : asLine(placement));
			all &= placement.confirmed();
		}
		return all ? Exit.OK : Exit.FAILED;
	}

	/** Whoever has to wait is told what for. */
	private Placement place(Gateway gateway) {
		Placement placement = gateway.placeAndFollow(new Basket(sku, quantity, payment, checkout, key), USUAL);
		Order order = placement.order();
		if (order == null || order.ended()) {
			return placement;
		}
		this.spec.commandLine()
			.getErr()
			.println("Order %s is under way; it ends within 120 s. What waits: ./orderly status".formatted(order.id()));
		long start = System.nanoTime();
		Order end = gateway.follow(order, LONGEST);
		return placement.later(end, Duration.ofNanos(System.nanoTime() - start));
	}

	private String asLine(Placement placement) {
		Order order = placement.order();
		String what = (order == null) ? sku + " x" + quantity : order.basket() + "  " + order.money();
		String id = (order == null) ? "" : "  order " + order.id();
		return "%-21s %s  %s  %s%s%s".formatted(placement.outcome(), what, checkout, Terminal.seconds(placement.took()),
				id, where.traceUrl(placement.answer().traceId()).map(url -> "\n  trace " + url).orElse(""));
	}

	/**
	 * One object on one line for each order, so that a program can read them as they
	 * come.
	 */
	private String asJson(Placement placement) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("outcome", placement.outcome());
		json.put("http", placement.answer().status());
		json.put("milliseconds", placement.took().toMillis());
		json.put("traceId", placement.answer().traceId());
		json.put("traceUrl", where.traceUrl(placement.answer().traceId()).map(Object::toString).orElse(null));
		json.put("order", placement.order());
		json.put("problem", placement.answer().ok() ? null : placement.answer().body());
		return Http.JSON.writeValueAsString(json);
	}

}
