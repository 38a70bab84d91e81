package orderly.lab.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import orderly.lab.client.Http;
import orderly.lab.client.Urls;
import orderly.lab.experiments.ActuatorDriver;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.NotMeasuredException;

/**
 * A system that somebody else started, as {@code docker compose} does, and that the
 * environment names. Its processes are called and made to fail; nobody here can start or
 * stop them.
 *
 * @param urls its gateway and its traces
 * @param processes the URL of a process, with {@code NAME} where its name stands
 */
record Elsewhere(Urls urls, String processes) {

	static final List<String> VARIABLES = List.of("ORDERLY_GATEWAY", "ORDERLY_ZIPKIN", "ORDERLY_PROCESSES");

	private static final List<String> SERVICES = List.of("gateway", "order-service", "inventory-service",
			"payment-service");

	/** The system that ORDERLY_GATEWAY, ORDERLY_ZIPKIN and ORDERLY_PROCESSES name. */
	static Optional<Elsewhere> named(Map<String, String> environment) {
		List<String> values = VARIABLES.stream()
			.map(name -> environment.getOrDefault(name, ""))
			.filter(value -> !value.isBlank())
			.toList();
		return (values.size() < VARIABLES.size()) ? Optional.empty() : Optional
			.of(new Elsewhere(new Urls(URI.create(values.get(0)), URI.create(values.get(1))), values.get(2)));
	}

	Lab lab() {
		Function<String, List<URI>> instances = this::instances;
		return Lab.over(urls, name -> URI.create(url(name)), Path.of("logs"),
				new ActuatorDriver(new Http(), SERVICES, instances));
	}

	/** One for each address that the name has: a scaled service has several. */
	List<URI> instances(String service) {
		URI named = URI.create(url(service));
		try {
			return Stream.of(InetAddress.getAllByName(named.getHost()))
				.map(address -> URI.create("http://%s:%d".formatted(hostOf(address), named.getPort())))
				.toList();
		}
		catch (UnknownHostException ex) {
			throw new NotMeasuredException("There is no process '%s' here.".formatted(service));
		}
	}

	private String url(String process) {
		return processes.replace("NAME", process);
	}

	private static String hostOf(InetAddress address) {
		String host = address.getHostAddress();
		return host.contains(":") ? "[" + host + "]" : host;
	}

}
