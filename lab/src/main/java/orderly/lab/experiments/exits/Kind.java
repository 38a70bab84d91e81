package orderly.lab.experiments.exits;

import java.util.List;
import java.util.Locale;

import orderly.lab.client.Basket;
import orderly.lab.client.Gateway;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Measured;
import orderly.lab.load.Call;
import orderly.lab.load.Customer;
import orderly.lab.load.Samples;

/**
 * What clients call, half as often as two busy cores can serve it while processes start
 * beside: what is late here must not be late for want of a processor.
 */
enum Kind {

	STOCK("GET stock", 15),

	PRODUCTS("GET products", 15),

	KEYED_ORDER("POST order with a key", 4),

	ORDER("POST order without a key", 4);

	static final String SKU = "TEA-002";

	private final String title;

	private final double perSecond;

	Kind(String title, double perSecond) {
		this.title = title;
		this.perSecond = perSecond;
	}

	double perSecond() {
		return this.perSecond;
	}

	/** As in {@code get-stock-calls}. */
	String callsNumber() {
		return word() + "-calls";
	}

	/** As in {@code get-stock-failed}. */
	String failedNumber() {
		return word() + "-failed";
	}

	private String word() {
		return this.title.toLowerCase(Locale.ROOT).replace(' ', '-');
	}

	Call from(Gateway gateway) {
		Customer customer = new Customer(gateway);
		return switch (this) {
			case STOCK -> customer.stock(SKU);
			case PRODUCTS -> customer.call("products");
			case KEYED_ORDER -> customer.keyedOrder(Basket.of(SKU, 1));
			case ORDER -> customer.order(Basket.of(SKU, 1));
		};
	}

	Finding noneFails(Samples samples) {
		return new Finding(this.title + ": none fails", samples.allOk(), samples.toString());
	}

	/** Without the pattern: where nothing failed, nothing was put to the test. */
	static Finding someFail(Measured off, List<Kind> kinds) {
		double failed = kinds.stream().mapToDouble(kind -> off.number(kind.failedNumber())).sum();
		return new Finding("without the pattern calls fail", failed >= 1, "%.0f failed".formatted(failed));
	}

}
