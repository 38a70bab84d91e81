package orderly.test;

import java.util.Map;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Points an application context at its servers when it is made; a context that the test
 * framework keeps for another class keeps them.
 *
 * @param owner the annotated class: part of the key of the kept context
 * @param database how the database's name begins
 * @param own whether the servers are its own
 */
record RealBackingCustomizer(Class<?> owner, String database, boolean own) implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		if (this.own) {
			OwnBacking servers = OwnBacking.started();
			register(servers, context);
			point(context, servers.postgres().freshDatabase(this.database), servers.kafka().bootstrapServers());
		}
		else {
			point(context, Backing.freshDatabase(this.database), Backing.kafka());
		}
	}

	/**
	 * As a bean definition, because the context closes those, after the beans that need
	 * them.
	 */
	private static void register(OwnBacking servers, ConfigurableApplicationContext context) {
		RootBeanDefinition bean = new RootBeanDefinition(OwnBacking.class, () -> servers);
		bean.setDestroyMethodName("close");
		((BeanDefinitionRegistry) context.getBeanFactory()).registerBeanDefinition("ownBacking", bean);
	}

	private static void point(ConfigurableApplicationContext context, Database database, String bootstrapServers) {
		Map<String, Object> properties = Map.of("spring.datasource.url", database.url(), "spring.datasource.username",
				database.user(), "spring.datasource.password", database.password(), "spring.kafka.bootstrap-servers",
				bootstrapServers, "orderly.messaging.prefix", Backing.freshPrefix(), "eureka.client.enabled", "false",
				"management.tracing.export.enabled", "true", "management.tracing.export.zipkin.enabled", "false");
		MapPropertySource source = new MapPropertySource("real backing", properties);
		MutablePropertySources all = context.getEnvironment().getPropertySources();
		String tests = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
		if (all.contains(tests)) {
			all.addAfter(tests, source);
		}
		else {
			all.addFirst(source);
		}
	}

}
