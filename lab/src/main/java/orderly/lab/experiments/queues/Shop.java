package orderly.lab.experiments.queues;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import orderly.lab.client.Answer;
import orderly.lab.client.Basket;
import orderly.lab.client.Order;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Pattern;
import orderly.lab.experiments.books.Books;
import orderly.lab.experiments.books.Endings;
import orderly.lab.experiments.books.Quiet;
import orderly.lab.experiments.books.Shelf;
import orderly.lab.load.Call;
import orderly.lab.load.Customer;
import orderly.lab.load.Samples;

/** One shelf that is full enough, and every order that was placed for it. */
public final class Shop {

	/** Orders are taken by a message; without it each waits for its end. */
	public static final Pattern ASYNC = Pattern.ownChoice("async");

	private static final int PLENTY = 2_000;

	// with the pauses between them two minutes on average: a service on a busy machine is
	// back within half a minute, and then others are before one
	private static final int ATTEMPTS = 40;

	// what is accepted ends within its deadline of 120 s
	private static final Duration LONGEST = Duration.ofSeconds(150);

	private final List<Order> orders = new ArrayList<>();

	private final Lab lab;

	private final Shelf shelf;

	private final String checkout;

	private Shop(Lab lab, Shelf shelf, String checkout) {
		this.lab = lab;
		this.shelf = shelf;
		this.checkout = checkout;
	}

	/** Opens when nothing is under way any more. */
	public static Shop open(Lab lab, String sku, String checkout) {
		Quiet.await(lab);
		return new Shop(lab, Shelf.with(lab, sku, PLENTY), checkout);
	}

	/** The checkout of this run. */
	public static String checkout(Lab lab) {
		return lab.without(ASYNC.name()) ? "sync" : "async";
	}

	/** A customer's order: sent again under its key what gets no answer or a 5xx. */
	public Call order() {
		return new Customer(this.lab.gateway()).resending(ATTEMPTS, Duration.ofSeconds(1)).keyedOrder(basket());
	}

	/** The order of a customer who takes the first answer. */
	public Call orderOnce() {
		return new Customer(this.lab.gateway()).keyedOrder(basket());
	}

	private Basket basket() {
		return Basket.of(this.shelf.sku(), 1).in(this.checkout);
	}

	/** The orders that a load made, each at its end. */
	public Endings endings(Samples samples) {
		List<String> ids = samples.all().stream().map(each -> id(each.answer())).filter(id -> !id.isEmpty()).toList();
		Endings endings = Endings.await(this.lab, ids, LONGEST);
		this.orders.addAll(endings.orders());
		return endings;
	}

	/** Whether all books agree about all orders. */
	public void audit(Notebook notebook) {
		Books books = new Books(this.lab);
		notebook.finding(books.stock(this.shelf, this.orders));
		notebook.finding(books.money(this.orders));
	}

	/** An order that was made and cancelled before the answer is named by its problem. */
	static String id(Answer answer) {
		String url = answer.body().path("order").asString("");
		return answer.body().path("id").asString(url.substring(url.lastIndexOf('/') + 1));
	}

}
