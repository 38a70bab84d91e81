package orderly.payment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the process.
 */
@SpringBootApplication
public class PaymentService {

	static void main(String[] args) {
		SpringApplication.run(PaymentService.class, args);
	}

}
