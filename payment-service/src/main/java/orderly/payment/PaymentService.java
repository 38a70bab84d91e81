package orderly.payment;

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
@EnableConfigurationProperties(ReconcilerSettings.class)
@OpenAPIDefinition(info = @Info(title = "payment-service", version = "1",
		description = "Payments, and all that we know about the payment provider"))
public class PaymentService {

	static void main(String[] args) {
		SpringApplication.run(PaymentService.class, args);
	}

}
