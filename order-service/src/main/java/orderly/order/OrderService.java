package orderly.order;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts the process.
 */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties({ CheckoutSettings.class, Version1Settings.class })
@OpenAPIDefinition(info = @Info(title = "order-service", version = "1",
		description = "Orders, prices and the checkout; the one decider of an order's end"))
public class OrderService {

	static void main(String[] args) {
		SpringApplication.run(OrderService.class, args);
	}

}
