package orderly.chassis;

import java.util.List;
import java.util.function.BooleanSupplier;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;

/**
 * Hands the trace on, over HTTP, messages and rows, while the policy {@code tracing} is
 * on. While it is off, each process begins a trace of its own: what one sees where one
 * service of a chain forgets the header.
 */
class SwitchedPropagation implements Propagator {

	private final Propagator propagator;

	private final BooleanSupplier on;

	SwitchedPropagation(Propagator propagator, BooleanSupplier on) {
		this.propagator = propagator;
		this.on = on;
	}

	@Override
	public List<String> fields() {
		return this.propagator.fields();
	}

	// tag::propagation[]
	@Override
	public <C> void inject(TraceContext context, @Nullable C carrier, Setter<C> setter) {
		if (this.on.getAsBoolean()) {
			this.propagator.inject(context, carrier, setter);
		}
	}

	@Override
	public <C> Span.Builder extract(@Nullable C carrier, Getter<C> getter) {
		return this.propagator.extract(carrier, this.on.getAsBoolean() ? getter : (_, _) -> null);
	}
	// end::propagation[]

}
