package orderly.lab.launcher;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** What a user reads when the system is up: the proof, and what to try next. */
class Welcome {

	private final RunState state;

	private final PrintWriter out;

	Welcome(RunState state, PrintWriter out) {
		this.state = state;
		this.out = out;
	}

	void print(FirstOrder order, boolean detached) {
		String trace = this.state.zipkin() + "/zipkin/traces/" + order.traceId();
		this.out.println("""

				Orderly serves at %s, %.1f s after the start. The first order %s was CONFIRMED after %d ms.
				  Its trace:       %s
				  The next order:  %s
				  Watch it:        ./orderly trace last    ./orderly orders    ./orderly status
				  Break it:        ./orderly restart inventory-service & ./orderly place
				  Measure it:      ./orderly try one-order
				  End it:          %s""".formatted(this.state.gateway(), sinceStart(), order.id(),
				order.took().toMillis(), trace, curl(), detached ? "./orderly down" : "Ctrl-C"));
		this.out.flush();
	}

	/** Data are kept from one start to the next, empty shelves too. */
	void printNothingInStock() {
		this.out.println("""

				Orderly serves at %s, %.1f s after the start. Everything is sold, and so no first order was placed.
				  Fill a shelf:    ./orderly stock TEA-001=100
				  Or begin anew:   ./orderly down && ./orderly up --fresh""".formatted(this.state.gateway(),
				sinceStart()));
		this.out.flush();
	}

	private double sinceStart() {
		return Duration.between(this.state.since(), Instant.now()).toMillis() / 1000.0;
	}

	private String curl() {
		return "curl -i %s/api/v1/orders -H 'Content-Type: application/json' -d '%s'".formatted(this.state.gateway(),
				FirstOrder.BODY);
	}

}
