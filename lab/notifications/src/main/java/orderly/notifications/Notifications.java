package orderly.notifications;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the process.
 */
@SpringBootApplication
public class Notifications {

	static void main(String[] args) {
		SpringApplication.run(Notifications.class, args);
	}

}
