package orderly.lab.launcher;

import java.net.URI;
import java.util.List;

import orderly.lab.Exit;
import orderly.lab.LabException;
import orderly.lab.experiments.ActuatorDriver;
import orderly.lab.experiments.Fault;

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
		super(new orderly.lab.client.Http(), ours(), (name) -> urls(home, name));
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
	public void fault(String serviceOrProcess, Fault fault) {
		requireUp(serviceOrProcess);
		super.fault(serviceOrProcess, fault);
	}

	@Override
	public void policy(String name, boolean on) {
		// first: a process that starts meanwhile begins as the others are told to be
		WantedPolicies.of(this.home).with(name, on).write(this.home);
		super.policy(name, on);
	}

	private static List<String> ours() {
		return new Topology(0).all().stream().filter(Part::isOurs).map(Part::name).toList();
	}

	private void requireUp(String serviceOrProcess) {
		if (!Part.named(serviceOrProcess, new Topology(0).all()).isOurs()) {
			throw new LabException(Exit.USAGE,
					"%1$s makes no faults on request; break it with ./orderly kill %1$s.".formatted(serviceOrProcess),
					null);
		}
		if (urls(this.home, serviceOrProcess).isEmpty()) {
			throw new LabException(Exit.NOT_RUNNING, "No process of %s is up.".formatted(serviceOrProcess), null);
		}
	}

	private Control control() {
		return Control.of(this.home);
	}

	private static List<URI> urls(Home home, String serviceOrProcess) {
		RunState state = RunState.require(home);
		return state.processes()
			.stream()
			.filter((child) -> ProcessName.means(serviceOrProcess, child.name()))
			.filter(RunState.Child::answers)
			.map((child) -> state.url(child.name()))
			.filter((url) -> Http.status(url) > 0)
			.map(URI::create)
			.toList();
	}

}
