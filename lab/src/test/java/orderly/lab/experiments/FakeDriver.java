package orderly.lab.experiments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A system that is only remembered: which processes are up, which policies on. */
class FakeDriver implements Driver {

	final TreeSet<String> up = new TreeSet<>(List.of("order-service", "payment-service"));

	final Map<String, Boolean> policies = new HashMap<>(Map.of("retry", true, "inbox", true));

	final Map<String, Fault> faults = new HashMap<>();

	final Map<String, String> served = new HashMap<>();

	final List<String> paused = new ArrayList<>();

	final List<String> scaled = new ArrayList<>();

	@Override
	public void kill(String process) {
		this.up.remove(process);
	}

	@Override
	public void pause(String process) {
		this.paused.add(process);
	}

	@Override
	public void resume(String process) {
		this.paused.remove(process);
	}

	@Override
	public void stop(String process) {
		this.up.remove(process);
	}

	@Override
	public void start(String process) {
		this.up.add(process);
	}

	@Override
	public void restart(String process) {
		this.up.add(process);
	}

	@Override
	public void scale(String service, int instances) {
		this.scaled.add(service + "=" + instances);
		this.up.removeIf((each) -> each.startsWith(service));
		this.up.add(service);
		for (int i = 2; i <= instances; i++) {
			this.up.add(service + "#" + i);
		}
	}

	@Override
	public List<String> instances(String service) {
		return this.up.stream().filter((each) -> each.replaceAll("#.*", "").equals(service)).toList();
	}

	@Override
	public void serve(String process, String versions) {
		this.up.add(process);
		this.served.put(process, versions);
	}

	@Override
	public void fault(String serviceOrProcess, Fault fault) {
		this.faults.put(serviceOrProcess, fault);
	}

	@Override
	public void heal(String serviceOrProcess) {
		this.faults.remove(serviceOrProcess);
	}

	@Override
	public void policy(String name, boolean on) {
		this.policies.put(name, on);
	}

	@Override
	public boolean policy(String name) {
		return this.policies.getOrDefault(name, false);
	}

}
