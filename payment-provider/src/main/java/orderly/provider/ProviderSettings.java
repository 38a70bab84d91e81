package orderly.provider;

import java.util.Map;

/**
 * What the provider reads from its environment, by the names that the services use.
 *
 * @param address the address that it listens on
 * @param port the port that it listens on; 0 takes a free one
 * @param url the JDBC URL of its database
 * @param username the role of its own there
 * @param password that role's password
 */
record ProviderSettings(String address, int port, String url, String username, String password) {

	static ProviderSettings from(Map<String, String> environment) {
		return new ProviderSettings(environment.getOrDefault("SERVER_ADDRESS", "127.0.0.1"),
				Integer.parseInt(environment.getOrDefault("SERVER_PORT", "8089")),
				environment.getOrDefault("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:15432/provider"),
				environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "provider"),
				environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", "orderly"));
	}

}
