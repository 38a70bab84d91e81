package orderly.lab.load;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

import orderly.lab.LabException;

/**
 * An open-loop load: calls start on schedule, whether or not those before them are
 * answered, and each latency counts from the <em>scheduled</em> start. A system that
 * stalls therefore cannot slow down whoever measures it: Gil Tene's <em>coordinated
 * omission</em> ("How NOT to Measure Latency").
 * <p>
 * It is bounded in rate, time and calls under way, and goes to this machine alone, so
 * that it measures a system of one's own and is no weapon: to the loopback, and in a
 * container to its neighbours. <pre>
 * Samples samples = Load.at(50).during(Duration.ofSeconds(20)).run(customer.stock("TEA-001"));
 * </pre>
 */
public final class Load {

	// far above what one machine serves beside its own load
	private static final double MOST_PER_SECOND = 1_000;

	// every sample is kept
	private static final double MOST_CALLS = 50_000;

	private final double perSecond;

	private final Duration time;

	private Load(double perSecond, Duration time) {
		if (perSecond <= 0 || perSecond > MOST_PER_SECOND || perSecond * time.toMillis() / 1000.0 > MOST_CALLS) {
			throw new LabException(
					"A load is at most %.0f calls a second and %.0f in all.".formatted(MOST_PER_SECOND, MOST_CALLS));
		}
		this.perSecond = perSecond;
		this.time = time;
	}

	/** A load of so many calls a second. */
	public static Load at(double perSecond) {
		return new Load(perSecond, Duration.ofSeconds(1));
	}

	/** The same load for this long. */
	public Load during(Duration howLong) {
		return new Load(this.perSecond, howLong);
	}

	/** Makes the calls and returns when the last one is answered. */
	public Samples run(Call call) {
		return start(call).await();
	}

	/** Begins to make the calls, and lets the caller break things meanwhile. */
	public RunningLoad start(Call call) {
		requireThisMachine(call.target());
		long count = Math.max(1, Math.round(this.perSecond * this.time.toNanos() / 1e9));
		return new RunningLoad(call, (int) count, Math.round(1e9 / this.perSecond));
	}

	private static void requireThisMachine(URI target) {
		try {
			if (!isHere(target.getHost(), InetAddress.getByName(target.getHost()))) {
				throw new LabException("Load goes to this machine alone (the loopback), not to %s.".formatted(target));
			}
		}
		catch (UnknownHostException ex) {
			throw new LabException("Nobody knows where %s is.".formatted(target), ex);
		}
	}

	/** A private address by a name without a dot is a container's neighbour. */
	static boolean isHere(String host, InetAddress address) {
		boolean neighbour = host.matches("[a-z][a-z0-9-]*") && address.isSiteLocalAddress();
		return address.isLoopbackAddress() || neighbour;
	}

}
