package orderly.lab.load;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import orderly.lab.client.Answer;

/**
 * One call of a load.
 *
 * @param scheduled when it was to begin, since the load began
 * @param latency from that moment to its answer, or to where it was given up
 */
public record Sample(Duration scheduled, Duration latency, Answer answer) {

	private static final Pattern SERVED_BY = Pattern.compile("([\\w-]+);.*instance=(\\w+).*");

	/** Whether the answer was in the 200s. */
	public boolean ok() {
		return answer.ok();
	}

	/**
	 * The status, with a problem its name: {@code 202}, {@code 503 unavailable}; or
	 * {@code no answer}.
	 */
	public String outcome() {
		return (answer.status() == 0) ? "no answer" : (answer.status() + " " + answer.problem()).strip();
	}

	/**
	 * The process that answered, by its name: {@code order-service#2}; empty where nobody
	 * says.
	 */
	public String instance() {
		Matcher servedBy = SERVED_BY.matcher((answer.servedBy() == null) ? "" : answer.servedBy());
		if (!servedBy.matches()) {
			return "";
		}
		return servedBy.group(1) + ("1".equals(servedBy.group(2)) ? "" : "#" + servedBy.group(2));
	}

	/** The latency as a number. */
	public double milliseconds() {
		return latency.toNanos() / 1e6;
	}

}
