package orderly.lab.experiments;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** Does what it is told and remembers how the system was before. */
class UndoingDriver implements Driver {

	// what a process serves that nobody told otherwise
	private static final String ALL_VERSIONS = "1,2";

	private final Driver real;

	private final Undo faultsAndPolicies;

	private final Undo processes;

	private final Set<String> paused = ConcurrentHashMap.newKeySet();

	private volatile @Nullable String heldOff;

	/**
	 * Prepares a driver.
	 * @param faultsAndPolicies put back after each phase
	 * @param processes put back at the end, since starting them takes long
	 */
	UndoingDriver(Driver real, Undo faultsAndPolicies, Undo processes) {
		this.real = real;
		this.faultsAndPolicies = faultsAndPolicies;
		this.processes = processes;
	}

	/** Switches the policy off; whoever switches it on from now on is not heard. */
	void holdOff(String policy) {
		policy(policy, false);
		this.heldOff = policy;
	}

	@Override
	public void kill(String process) {
		remember(process);
		this.real.kill(process);
	}

	@Override
	public void pause(String process) {
		this.processes.add("pause " + process, () -> {
			if (this.paused.contains(process)) {
				resume(process);
			}
		});
		this.paused.add(process);
		this.real.pause(process);
	}

	@Override
	public void resume(String process) {
		this.real.resume(process);
		this.paused.remove(process);
	}

	@Override
	public void stop(String process) {
		remember(process);
		this.real.stop(process);
	}

	@Override
	public void start(String process) {
		remember(process);
		this.real.start(process);
	}

	@Override
	public void restart(String process) {
		remember(process);
		this.real.restart(process);
	}

	@Override
	public void scale(String service, int instances) {
		int before = instances(service).size();
		this.processes.add("scale " + service, () -> this.real.scale(service, Math.max(1, before)));
		this.real.scale(service, instances);
	}

	@Override
	public List<String> instances(String service) {
		return this.real.instances(service);
	}

	@Override
	public void serve(String process, String versions) {
		boolean wasUp = isUp(process);
		Runnable before = wasUp ? () -> this.real.serve(process, ALL_VERSIONS) : () -> this.real.stop(process);
		this.processes.add("versions " + process, before);
		this.real.serve(process, versions);
	}

	@Override
	public void fault(String serviceOrProcess, Fault fault) {
		this.faultsAndPolicies.add("fault " + serviceOrProcess, () -> this.real.heal(serviceOrProcess));
		this.real.fault(serviceOrProcess, fault);
	}

	@Override
	public void heal(String serviceOrProcess) {
		this.real.heal(serviceOrProcess);
	}

	@Override
	public void policy(String name, boolean on) {
		if (name.equals(this.heldOff)) {
			return;
		}
		boolean before = policy(name);
		this.faultsAndPolicies.add("policy " + name, () -> this.real.policy(name, before));
		this.real.policy(name, on);
	}

	@Override
	public boolean policy(String name) {
		return this.real.policy(name);
	}

	private void remember(String process) {
		boolean wasUp = isUp(process);
		this.processes.add("state " + process, () -> putBack(process, wasUp));
	}

	private void putBack(String process, boolean up) {
		if (up && !isUp(process)) {
			this.real.start(process);
		}
		if (!up && isUp(process)) {
			this.real.stop(process);
		}
	}

	private boolean isUp(String process) {
		return instances(process.replaceAll("#.*", "")).contains(process.replaceAll("#1$", ""));
	}

}
