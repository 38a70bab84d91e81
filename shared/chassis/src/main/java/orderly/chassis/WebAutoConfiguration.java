package orderly.chassis;

import java.util.Map;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.Filter;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcProperties;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * How every service answers: headers, limits, strictness.
 */
@AutoConfiguration(after = JacksonAutoConfiguration.class,
		before = { ErrorMvcAutoConfiguration.class, WebMvcAutoConfiguration.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(Instance.class)
class WebAutoConfiguration {

	/** Outside of everything but the span of the request, which begins at +1. */
	private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

	@Bean
	FilterRegistrationBean<RequestLog> requestLog() {
		return at(FIRST - 2, new RequestLog());
	}

	@Bean
	FilterRegistrationBean<CutShort> cutShort() {
		return at(FIRST - 1, new CutShort());
	}

	@Bean
	FilterRegistrationBean<AnswerHeaders> answerHeaders(ObjectProvider<Tracer> tracer, Instance instance,
			@Value("${spring.application.name}") String service) {
		return at(FIRST, new AnswerHeaders(tracer::getIfAvailable, instance.servedBy(service)));
	}

	@Bean
	FilterRegistrationBean<BodyLimit> bodyLimit(Instance instance,
			@Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
		return at(FIRST + 1, new BodyLimit(Math.toIntExact(instance.maxBody().toBytes()), problems));
	}

	@Bean
	FilterRegistrationBean<RequestDeadline> requestDeadline(
			@Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
		return at(FIRST + 2, new RequestDeadline(problems));
	}

	/** In the place of Boot's executor of virtual threads, which admits everybody. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> admission(Instance instance) {
		return (server) -> server
			.addProtocolHandlerCustomizers((protocol) -> protocol.setExecutor(new Admission(instance.atOnce())));
	}

	@Bean
	@Order(1)
	ServerHttpMessageConvertersCustomizer strictRequests(ObjectProvider<JsonMapper> mapper) {
		return (converters) -> converters.withJsonConverter(strict(mapper.getObject()));
	}

	/** The actuator's endpoints take a map of strings, where a number is as good. */
	private static JacksonJsonHttpMessageConverter strict(JsonMapper mapper) {
		JacksonJsonHttpMessageConverter converter = new JacksonJsonHttpMessageConverter(StrictJson.of(mapper));
		converter.registerMappersForType(Map.class,
				(mappers) -> converter.getSupportedMediaTypes().forEach((type) -> mappers.put(type, mapper)));
		return converter;
	}

	@Bean
	CanonicalIds canonicalIds() {
		return new CanonicalIds();
	}

	@Bean
	ApiVersions apiVersions(WebMvcProperties properties) {
		return new ApiVersions(properties);
	}

	private static <T extends Filter> FilterRegistrationBean<T> at(int order, T filter) {
		FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(order);
		return registration;
	}

}
