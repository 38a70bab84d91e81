package orderly.lab.experiments;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Does what it is told, one thing at a time, and remembers how the system was before:
 * after Ctrl-C what is under way is finished, and then everything is put back.
 */
class UndoingDriver implements Driver {

	// what a process serves that nobody told otherwise
	private static final String ALL_VERSIONS = "1,2";

	private final Driver real;

	private final Undo faultsAndPolicies;

	private final Undo processes;

	private @Nullable String heldOff;

	/**
	 * Prepares a driver; processes are put back at the end, since starting takes long.
	 * @param faultsAndPolicies put back after each phase
	 */
	UndoingDriver(Driver real, Undo faultsAndPolicies, Undo processes) {
		this.real = real;
		this.faultsAndPolicies = faultsAndPolicies;
		this.processes = processes;
	}

	/** Switches the policy off; whoever switches it on from now on is not heard. */
	synchronized void holdOff(String policy) {
		policy(policy, false);
		this.heldOff = policy;
	}

	/** Puts everything back, for good. */
	synchronized void close() {
		this.faultsAndPolicies.close();
		this.processes.close();
	}

	@Override
	public synchronized void kill(String process) {
		remember(process);
		this.real.kill(process);
	}

	@Override
	public synchronized void pause(String process) {
		// with them, and so before them: whoever is paused hears of neither
		this.faultsAndPolicies.add("pause " + process, () -> this.real.resume(process));
		this.real.pause(process);
	}

	@Override
	public synchronized void resume(String process) {
		this.real.resume(process);
		this.faultsAndPolicies.forget("pause " + process);
	}

	@Override
	public synchronized void stop(String process) {
		remember(process);
		this.real.stop(process);
	}

	@Override
	public synchronized void start(String process) {
		remember(process);
		this.real.start(process);
	}

	@Override
	public synchronized void restart(String process) {
		remember(process);
		this.real.restart(process);
	}

	@Override
	public synchronized void scale(String service, int instances) {
		int before = instances(service).size();
		this.processes.add("scale " + service, () -> this.real.scale(service, Math.max(1, before)));
		this.real.scale(service, instances);
	}

	@Override
	public List<String> instances(String service) {
		return this.real.instances(service);
	}

	@Override
	public synchronized void serve(String process, String versions) {
		String service = process.replaceAll("#.*", "");
		int before = instances(service).size();
		// one that there was not is forgotten with what it was to serve
		this.processes.add("versions " + process, isUp(process) ? () -> this.real.serve(process, ALL_VERSIONS)
				: () -> this.real.scale(service, Math.max(1, before)));
		this.real.serve(process, versions);
	}

	@Override
	public synchronized void fault(String serviceOrProcess, Fault fault) {
		this.faultsAndPolicies.add("fault " + serviceOrProcess, () -> this.real.heal(serviceOrProcess));
		this.real.fault(serviceOrProcess, fault);
	}

	@Override
	public synchronized void heal(String serviceOrProcess) {
		this.real.heal(serviceOrProcess);
	}

	@Override
	public synchronized void policy(String name, boolean on) {
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
