package orderly.chassis;

import com.netflix.appinfo.ApplicationInfoManager;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.cloud.netflix.eureka.EurekaClientAutoConfiguration;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaAutoServiceRegistration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * How an instance comes and goes, where there is a registry.
 */
@AutoConfiguration(after = EurekaClientAutoConfiguration.class)
@ConditionalOnBean(EurekaAutoServiceRegistration.class)
class RegistryAutoConfiguration {

	@Bean
	RegistryStatus registryStatus(ApplicationInfoManager info) {
		return new RegistryStatus(info);
	}

	@Bean
	Drain drain(ApplicationContext own, Instance instance) {
		return new Drain(own, instance.drain());
	}

}
