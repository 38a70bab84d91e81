package orderly.lab.client;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What notifications has written, and what it heard. */
public class Mailbox {

	private final Http http;

	private final URI base;

	/**
	 * The mails of one process.
	 * @param base where notifications serves
	 */
	public Mailbox(Http http, URI base) {
		this.http = http;
		this.base = base;
	}

	/** How many mails each of these orders got; none is 0. */
	public Map<String, Integer> mailsTo(Collection<String> orders) {
		Map<String, Integer> mails = new LinkedHashMap<>();
		orders.forEach(order -> mails.put(order, count(order)));
		return mails;
	}

	/** How many mails these orders got in all. */
	public int mailsInAll(Collection<String> orders) {
		return mailsTo(orders).values().stream().mapToInt(Integer::intValue).sum();
	}

	/**
	 * How many messages this process has heard since it started.
	 * @param outcome {@code handled}, {@code duplicate} or {@code skipped}
	 */
	public long heard(String outcome) {
		return (long) Metrics.of(this.http, this.base)
			.sum("orderly_messages_total", Map.of("outcome", outcome))
			.orElse(0);
	}

	private int count(String order) {
		Answer answer = this.http.get(this.base.resolve("/mails?orderId=" + order));
		if (!answer.ok()) {
			throw new RefusedException(answer);
		}
		return answer.body().path("items").size();
	}

}
