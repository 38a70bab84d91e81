package orderly.faults;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * The faults of this process, one for each path: {@code GET}, {@code POST} and
 * {@code DELETE /actuator/faults}. The longest prefix of a path wins.
 */
@Endpoint(id = "faults")
class Faults {

	/** The path that means message handlers; below it each has that of its type. */
	static final String MESSAGES = "messages";

	private static final Logger log = LoggerFactory.getLogger(Faults.class);

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private final Map<String, Fault> faults = new ConcurrentHashMap<>();

	/**
	 * What goes wrong.
	 *
	 * @param path prefix of the paths concerned, {@code /} for all requests, or
	 * {@code messages} or {@code messages/order.confirmed.v1} for message handlers
	 * @param latency the wait before the work
	 * @param errors the share of work that is refused instead of done, 0 to 1
	 * @param lost the share of work that is done and whose caller never hears of it, 0 to
	 * 1
	 */
	record Fault(String path, Duration latency, double errors, double lost) {

		Fault {
			check(path.matches("(/|" + MESSAGES + "(/|$)).*"), "path", "begins with / or is messages or messages/TYPE");
			check(!latency.isNegative() && latency.compareTo(LONGEST) <= 0, "latency", "is 0 to 60 s");
			check(errors >= 0 && errors <= 1, "errors", "is a share from 0 to 1");
			check(lost >= 0 && lost <= 1, "lost", "is a share from 0 to 1");
		}

		void waitFirst() throws InterruptedException {
			Thread.sleep(this.latency);
		}

		boolean refuses() {
			return ThreadLocalRandom.current().nextDouble() < this.errors;
		}

		boolean losesTheAnswer() {
			return ThreadLocalRandom.current().nextDouble() < this.lost;
		}

		private static void check(boolean fine, String name, String rule) {
			if (!fine) {
				throw new InvalidEndpointRequestException("wrong " + name, "%s %s.".formatted(name, rule));
			}
		}

	}

	Optional<Fault> of(String path) {
		return this.faults.values()
			.stream()
			.filter((fault) -> path.startsWith(fault.path()))
			.max(Comparator.comparingInt((fault) -> fault.path().length()));
	}

	@ReadOperation
	Map<String, Collection<Fault>> all() {
		return Map.of("faults", this.faults.values());
	}

	@WriteOperation
	void set(@Nullable String path, @Nullable Duration latency, @Nullable Double errors, @Nullable Double lost) {
		Fault fault = new Fault(Objects.requireNonNullElse(path, "/"),
				Objects.requireNonNullElse(latency, Duration.ZERO), Objects.requireNonNullElse(errors, 0.0),
				Objects.requireNonNullElse(lost, 0.0));
		this.faults.put(fault.path(), fault);
		log.warn("On request this goes wrong now: {}", fault);
	}

	@DeleteOperation
	void heal() {
		this.faults.clear();
		log.warn("Nothing goes wrong on request any more");
	}

}
