package orderly.messaging;

import java.util.HashMap;
import java.util.Map;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;

/**
 * Treats a database row as what it is: a carrier of the trace, like the headers of a
 * request.
 */
class ObservedTrace implements StoredTrace {

	private static final String TRACEPARENT = "traceparent";

	private final ObservationRegistry observations;

	private final Tracer tracer;

	private final Propagator propagator;

	ObservedTrace(ObservationRegistry observations, Tracer tracer, Propagator propagator) {
		this.observations = observations;
		this.tracer = tracer;
		this.propagator = propagator;
	}

	// tag::stored-trace[]
	@Override
	public @Nullable String current() {
		TraceContext context = this.tracer.currentTraceContext().context();
		if (context == null) {
			return null;
		}
		Map<String, String> carrier = new HashMap<>();
		this.propagator.inject(context, carrier, (_, name, value) -> carrier.put(name, value));
		return carrier.get(TRACEPARENT);
	}

	@Override
	public void resume(@Nullable String traceparent, String span, Runnable work) {
		if (traceparent == null) {
			work.run();
			return;
		}
		ReceiverContext<Map<String, String>> stored = new ReceiverContext<>((carrier, name) -> carrier.get(name));
		stored.setCarrier(Map.of(TRACEPARENT, traceparent));
		Observation.createNotStarted("orderly.resumed", () -> stored, this.observations)
			.contextualName(span)
			.observe(work);
	}
	// end::stored-trace[]

}
