package orderly.lab.experiments;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a process is made to fail; what is zero or empty is left out.
 *
 * @param latency added before the work
 * @param errors the share that is answered 503 before the work, 0 to 1
 * @param lost the share whose connection is closed after the work was committed, 0 to 1
 * @param path only requests whose path begins so, as the service itself knows it;
 * {@code messages} or {@code messages/TYPE} for message handlers; empty for all requests
 */
public record Fault(Duration latency, double errors, double lost, String path) {

	/** Nothing yet: the start of every fault. */
	public static final Fault NONE = new Fault(Duration.ZERO, 0, 0, "");

	public Fault {
		if (latency.isNegative() || !isShare(errors) || !isShare(lost)) {
			throw new IllegalArgumentException("A latency is not negative, and a share is 0 to 1.");
		}
	}

	/** The same fault with this latency. */
	public Fault withLatency(Duration wait) {
		return new Fault(wait, errors, lost, path);
	}

	/** The same fault with this share of errors. */
	public Fault withErrors(double share) {
		return new Fault(latency, share, lost, path);
	}

	/** The same fault with this share of lost answers. */
	public Fault withLost(double share) {
		return new Fault(latency, errors, share, path);
	}

	/** The same fault at this path alone. */
	public Fault withPath(String prefix) {
		return new Fault(latency, errors, lost, prefix);
	}

	/** What the actuator endpoint {@code faults} takes. */
	public Map<String, Object> json() {
		Map<String, Object> json = new LinkedHashMap<>();
		if (!latency.isZero()) {
			json.put("latency", latency.toMillis() + "ms");
		}
		if (errors > 0) {
			json.put("errors", errors);
		}
		if (lost > 0) {
			json.put("lost", lost);
		}
		if (!path.isEmpty()) {
			json.put("path", path);
		}
		return json;
	}

	private static boolean isShare(double number) {
		return number >= 0 && number <= 1;
	}

}
