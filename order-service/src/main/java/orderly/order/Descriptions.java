package orderly.order;

import org.springdoc.core.models.GroupedOpenApi;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An OpenAPI document for each version, {@code /v3/api-docs/v2}: one path can have only
 * one description in a document.
 */
@Configuration(proxyBeanMethods = false)
class Descriptions {

	@Bean
	GroupedOpenApi version1() {
		return without(OrderV2Controller.class, OrderV1.VERSION);
	}

	@Bean
	GroupedOpenApi version2() {
		return without(OrderV1Controller.class, OrderV2.VERSION);
	}

	private static GroupedOpenApi without(Class<?> controller, String version) {
		return GroupedOpenApi.builder()
			.group("v" + version)
			.pathsToExclude("/error")
			.addOpenApiMethodFilter((method) -> method.getDeclaringClass() != controller)
			.addOpenApiCustomizer((api) -> api.getInfo().setVersion(version))
			.build();
	}

}
