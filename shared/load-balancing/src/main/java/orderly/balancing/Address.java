package orderly.balancing;

import java.net.URI;

import org.springframework.cloud.client.ServiceInstance;

/**
 * Where an instance is reached, which is what a choice and the call that follows from it
 * both know of it.
 */
record Address(String host, int port) {

	static Address of(ServiceInstance instance) {
		return new Address(instance.getHost(), instance.getPort());
	}

	static Address of(URI uri) {
		return new Address(uri.getHost(), uri.getPort());
	}

	@Override
	public String toString() {
		return this.host + ":" + this.port;
	}

}
