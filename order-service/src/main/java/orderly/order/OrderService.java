package orderly.order;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the process.
 */
@SpringBootApplication
public class OrderService {

	static void main(String[] args) {
		SpringApplication.run(OrderService.class, args);
	}

}
