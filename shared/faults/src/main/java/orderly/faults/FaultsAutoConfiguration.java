package orderly.faults;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import orderly.faults.Faults.Fault;
import orderly.messaging.transport.DeliveryFailure;
import orderly.messaging.transport.Transport;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Exists in the lab profile alone; elsewhere this jar does nothing.
 */
@AutoConfiguration
@Profile("lab")
class FaultsAutoConfiguration {

	/** Inside of the request's span and of the chassis' own filters. */
	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

	@Bean
	static Faults faultsEndpoint() {
		return new Faults();
	}

	@Bean
	FilterRegistrationBean<FaultyRequests> faultyRequests(Faults faults,
			@Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
		FilterRegistrationBean<FaultyRequests> filter = new FilterRegistrationBean<>(
				new FaultyRequests(faults, problems));
		filter.setOrder(ORDER);
		return filter;
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> cut() {
		return (server) -> server.addEngineValves(new FaultyRequests.Cut());
	}

	/**
	 * The same for message handlers, below the service's own code.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Transport.class)
	static class Messages {

		@Bean
		static BeanPostProcessor faultyMessages(ObjectProvider<Faults> faults) {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return (bean instanceof Transport transport) ? new FaultyTransport(transport, faults) : bean;
				}

			};
		}

	}

	private record FaultyTransport(Transport transport, ObjectProvider<Faults> faults) implements Transport {

		@Override
		public CompletableFuture<?> send(Envelope envelope) {
			return this.transport.send(envelope);
		}

		@Override
		public Runnable subscribe(Subscription given) {
			return this.transport.subscribe(new Subscription(given.group(), given.topics(), given.audience(),
					(envelope) -> receive(given.receiver(), envelope)));
		}

		@Override
		public long deadLetters(String group) {
			return this.transport.deadLetters(group);
		}

		@Override
		public long lag(String group, Set<String> topics) {
			return this.transport.lag(group, topics);
		}

		private void receive(Consumer<Envelope> receiver, Envelope envelope) {
			String path = Faults.MESSAGES + "/" + envelope.headers().get("ce_type");
			Fault fault = this.faults.getObject().of(path).orElse(null);
			if (fault == null) {
				receiver.accept(envelope);
				return;
			}
			try {
				fault.waitFirst();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			failIf(fault.refuses(), "The handler fails on request");
			receiver.accept(envelope);
			failIf(fault.losesTheAnswer(), "The acknowledgement is lost on request");
		}

		private static void failIf(boolean fails, String reason) {
			if (fails) {
				throw new DeliveryFailure.Transient(new IllegalStateException(reason));
			}
		}

	}

}
