package orderly.registry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the process.
 */
@SpringBootApplication
public class Registry {

	static void main(String[] args) {
		SpringApplication.run(Registry.class, args);
	}

}
