package orderly.lab.launcher;

import java.net.URI;
import java.util.List;

import orderly.lab.client.Http;
import orderly.lab.experiments.ActuatorDriver;

/**
 * Breaks and mends, scales and switches the processes that {@code ./orderly up} started
 * here. {@code order-service} names all processes of the service where a fault is meant,
 * and the first where one process is; {@code order-service#1} is always the first alone.
 */
public class ProcessDriver extends ActuatorDriver {

	private final Home home;

	/**
	 * Prepares a driver of the system that runs in this home.
	 */
	public ProcessDriver(Home home) {
		super(new Http(), jars(), (name) -> urls(home, name));
		this.home = home;
	}

	@Override
	public void kill(String process) {
		control().kill(process);
	}

	@Override
	public void pause(String process) {
		control().pause(process);
	}

	@Override
	public void resume(String process) {
		control().resume(process);
	}

	@Override
	public void stop(String process) {
		control().stop(process);
	}

	@Override
	public void start(String process) {
		control().start(process);
	}

	@Override
	public void restart(String process) {
		control().restart(process);
	}

	@Override
	public void scale(String service, int instances) {
		control().scale(service, instances);
	}

	@Override
	public List<String> instances(String service) {
		return RunState.require(this.home).instances(service);
	}

	@Override
	public void serve(String process, String versions) {
		control().serve(process, versions);
	}

	@Override
	public void policy(String name, boolean on) {
		super.policy(name, on);
		WantedPolicies.of(this.home).with(name, on).write(this.home);
	}

	private static List<String> jars() {
		return new Topology(0).parts().stream().filter((part) -> part.kind().isJar()).map(Part::name).toList();
	}

	private Control control() {
		return Control.of(this.home);
	}

	private static List<URI> urls(Home home, String serviceOrProcess) {
		RunState state = RunState.require(home);
		List<String> names = serviceOrProcess.contains("#") ? List.of(serviceOrProcess)
				: state.instances(serviceOrProcess);
		return names.stream().map(state::url).map(URI::create).toList();
	}

}
