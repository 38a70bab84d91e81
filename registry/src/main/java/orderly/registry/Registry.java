package orderly.registry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;

/**
 * Starts the process.
 */
@SpringBootApplication
@EnableEurekaServer
public class Registry {

	static void main(String[] args) {
		SpringApplication.run(Registry.class, args);
	}

}
