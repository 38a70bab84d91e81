package orderly.chassis;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * How every service tells what went wrong, whoever finds out: a controller, the server
 * itself or the database.
 */
@AutoConfiguration(before = { ErrorMvcAutoConfiguration.class, WebMvcAutoConfiguration.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(Instance.class)
class ProblemsAutoConfiguration {

	/**
	 * Nearer to the application than the server's own page, which then finds nothing to
	 * do.
	 */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverProblems(ObjectProvider<Tracer> tracer,
			Instance instance, @Value("${spring.application.name}") String service) {
		return (server) -> server.addContextCustomizers((context) -> context.getParent()
			.getPipeline()
			.addValve(new ServerProblems(tracer::getIfAvailable, instance.servedBy(service))));
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	ProblemTranslation faults() {
		return new Faults();
	}

	/** Where a service has a database. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ DataAccessException.class, TransactionException.class })
	static class Database {

		@Bean
		@Order(0)
		ProblemTranslation databaseFaults() {
			return new DatabaseFaults();
		}

	}

	@Bean
	ProblemAdvice problemAdvice(ObjectProvider<ProblemTranslation> translations, EdgeUrl edge) {
		return new ProblemAdvice(translations.orderedStream().toList(), edge);
	}

	@Bean
	ErrorPath errorPath() {
		return new ErrorPath();
	}

	@Bean
	@ConditionalOnMissingBean
	EdgeUrl edgeUrl() {
		return ProblemsAutoConfiguration::behindTheGateway;
	}

	private static String behindTheGateway(HttpServletRequest request) {
		String version = request.getHeader("API-Version");
		boolean known = version != null && version.matches("\\d{1,3}");
		return "/api/v" + (known ? version : "1") + EdgeUrl.pathOf(request);
	}

}
