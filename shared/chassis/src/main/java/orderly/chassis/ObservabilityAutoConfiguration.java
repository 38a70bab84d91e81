package orderly.chassis;

import io.micrometer.observation.ObservationPredicate;
import io.micrometer.tracing.Tracer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * What is observed, and what is not.
 */
@AutoConfiguration
class ObservabilityAutoConfiguration {

	@Bean
	ObservationPredicate quietObservations(ObjectProvider<Tracer> tracer) {
		return new QuietObservations(tracer::getIfAvailable);
	}

}
