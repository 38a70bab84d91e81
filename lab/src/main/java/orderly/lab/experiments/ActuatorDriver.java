package orderly.lab.experiments;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import orderly.lab.LabException;
import orderly.lab.client.Answer;
import orderly.lab.client.Http;
import orderly.lab.client.UnreachableException;

/**
 * Faults and policies by the actuator endpoints of the processes, which is all that can
 * be done where somebody else starts and stops them, as in containers.
 */
public class ActuatorDriver implements Driver {

	private final Http http;

	private final List<String> services;

	private final Function<String, List<URI>> urls;

	/**
	 * Prepares a driver.
	 * @param services the services that may know policies, the gateway too
	 * @param urls the base URLs of all instances of a service, or of one process
	 */
	public ActuatorDriver(Http http, List<String> services, Function<String, List<URI>> urls) {
		this.http = http;
		this.services = services;
		this.urls = urls;
	}

	@Override
	public void fault(String serviceOrProcess, Fault fault) {
		urls.apply(serviceOrProcess).forEach(url -> require(http.post(faultsOf(url), fault.json(), Map.of())));
	}

	@Override
	public void heal(String serviceOrProcess) {
		urls.apply(serviceOrProcess).forEach(this::heal);
	}

	private void heal(URI url) {
		try {
			require(http.delete(faultsOf(url)));
		}
		catch (UnreachableException ex) {
			// a process that is gone has no faults any more
		}
	}

	@Override
	public void policy(String name, boolean on) {
		Map<String, String> state = Map.of("state", on ? "on" : "off");
		knowing(name).forEach(url -> require(http.post(policiesOf(url).resolve("policies/" + name), state, Map.of())));
	}

	@Override
	public boolean policy(String name) {
		return knowing(name).stream().allMatch(url -> "on".equals(stateOf(url, name)));
	}

	private List<URI> knowing(String policy) {
		List<URI> found = services.stream()
			.flatMap(service -> urls.apply(service).stream())
			.filter(url -> !stateOf(url, policy).isEmpty())
			.toList();
		if (found.isEmpty()) {
			throw new NotMeasuredException("No process of this system knows the policy '" + policy + "'.");
		}
		return found;
	}

	private String stateOf(URI url, String policy) {
		Answer answer = http.get(policiesOf(url));
		return answer.ok() ? answer.body().path("policies").path(policy).asString("") : "";
	}

	private static URI policiesOf(URI url) {
		return url.resolve("/actuator/policies");
	}

	private static URI faultsOf(URI url) {
		return url.resolve("/actuator/faults");
	}

	private static void require(Answer answer) {
		if (!answer.ok()) {
			throw new LabException("A process refused a fault or a policy: " + answer.sentence());
		}
	}

	@Override
	public List<String> instances(String service) {
		return List.of(service);
	}

	@Override
	public void kill(String process) {
		throw notHere("kill");
	}

	@Override
	public void pause(String process) {
		throw notHere("pause");
	}

	@Override
	public void resume(String process) {
		throw notHere("resume");
	}

	@Override
	public void stop(String process) {
		throw notHere("stop");
	}

	@Override
	public void start(String process) {
		throw notHere("start");
	}

	@Override
	public void restart(String process) {
		throw notHere("restart");
	}

	@Override
	public void scale(String service, int instances) {
		throw notHere("scale");
	}

	@Override
	public void serve(String process, String versions) {
		throw notHere("serve");
	}

	private static NotMeasuredException notHere(String word) {
		return new NotMeasuredException(
				"Nothing here can %s a process of this system: it was not started by ./orderly up.".formatted(word));
	}

}
