package orderly.chassis;

import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Keeps traces about requests and orders: no span, and no metric, for health checks and
 * scrapes, for the talk with the registry, and for SQL that belongs to no trace, as that
 * of polls and checks.
 */
class QuietObservations implements ObservationPredicate {

	private final Supplier<@Nullable Tracer> tracer;

	QuietObservations(Supplier<@Nullable Tracer> tracer) {
		this.tracer = tracer;
	}

	@Override
	public boolean test(String name, Observation.Context context) {
		return switch (context) {
			case ServerRequestObservationContext request -> !isUpkeep(request);
			case ClientRequestObservationContext request -> !isRegistry(request);
			default -> !name.startsWith("jdbc.") || isInTrace();
		};
	}

	private static boolean isUpkeep(ServerRequestObservationContext request) {
		return request.getCarrier() != null && request.getCarrier().getRequestURI().startsWith("/actuator");
	}

	private static boolean isRegistry(ClientRequestObservationContext request) {
		return request.getCarrier() != null && request.getCarrier().getURI().getPath().startsWith("/eureka");
	}

	private boolean isInTrace() {
		Tracer tracer = this.tracer.get();
		return tracer != null && tracer.currentSpan() != null;
	}

}
