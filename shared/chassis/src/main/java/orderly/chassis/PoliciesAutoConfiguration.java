package orderly.chassis;

import io.micrometer.tracing.propagation.Propagator;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What can be switched while the process runs, and the one policy of the chassis itself:
 * {@code tracing}.
 */
@AutoConfiguration
class PoliciesAutoConfiguration {

	@Bean
	static Policies policies(ConfigurableEnvironment environment) {
		return new Policies(environment);
	}

	@Bean
	@ConditionalOnAvailableEndpoint
	PoliciesEndpoint policiesEndpoint(Policies policies) {
		return new PoliciesEndpoint(policies);
	}

	@Bean
	static BeanPostProcessor switchedPropagation(ConfigurableEnvironment environment) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof Propagator propagator) ? new SwitchedPropagation(propagator,
						() -> environment.getProperty("orderly.policies.tracing", Boolean.class, true)) : bean;
			}

		};
	}

}
