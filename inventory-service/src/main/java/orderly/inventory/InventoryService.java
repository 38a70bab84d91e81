package orderly.inventory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the process.
 */
@SpringBootApplication
public class InventoryService {

	static void main(String[] args) {
		SpringApplication.run(InventoryService.class, args);
	}

}
