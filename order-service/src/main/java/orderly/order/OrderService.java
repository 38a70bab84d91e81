package orderly.order;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts the process.
 */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(CheckoutSettings.class)
public class OrderService {

	static void main(String[] args) {
		SpringApplication.run(OrderService.class, args);
	}

}
