package orderly.test;

import java.util.HashMap;
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
 * @param containers whether they are containers
 */
record RealBackingCustomizer(Class<?> owner, String database, boolean own,
		boolean containers) implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		if (this.containers) {
			register(context, "backingContainers", new RootBeanDefinition(BackingContainers.class));
			point(context, Map.of());
		}
		else if (this.own) {
			OwnBacking servers = OwnBacking.started();
			register(context, "ownBacking", closing(servers));
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
	private static RootBeanDefinition closing(OwnBacking servers) {
		RootBeanDefinition bean = new RootBeanDefinition(OwnBacking.class, () -> servers);
		bean.setDestroyMethodName("close");
		return bean;
	}

	private static void register(ConfigurableApplicationContext context, String name, RootBeanDefinition bean) {
		((BeanDefinitionRegistry) context.getBeanFactory()).registerBeanDefinition(name, bean);
	}

	private static void point(ConfigurableApplicationContext context, Database database, String bootstrapServers) {
		point(context, Map.of("spring.datasource.url", database.url(), "spring.datasource.username", database.user(),
				"spring.datasource.password", database.password(), "spring.kafka.bootstrap-servers", bootstrapServers));
	}

	private static void point(ConfigurableApplicationContext context, Map<String, Object> servers) {
		Map<String, Object> properties = new HashMap<>(servers);
		properties.putAll(Map.of("orderly.messaging.prefix", Backing.freshPrefix(), "eureka.client.enabled", "false",
				"management.tracing.export.enabled", "true", "management.tracing.export.zipkin.enabled", "false"));
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
