package orderly.lab.experiments.oneorder;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import orderly.lab.client.Basket;

/** One way to order: how it is meant to end, and in which checkout. */
record Case(Expected expected, String checkout) {

	static List<Case> all() {
		return Stream.of(Expected.values())
			.flatMap(expected -> Stream.of("async", "sync").map(checkout -> new Case(expected, checkout)))
			.toList();
	}

	String title() {
		return expected.name().toLowerCase(Locale.ROOT) + ", " + checkout;
	}

	String number() {
		return expected.name().toLowerCase(Locale.ROOT) + "-" + checkout;
	}

	Basket basket(String sold, String empty) {
		Basket basket = Basket.of((expected == Expected.SHORT) ? empty : sold, OneOrder.QUANTITY).in(checkout);
		return (expected == Expected.DECLINED) ? basket.paidBy("card-declined") : basket;
	}

}
