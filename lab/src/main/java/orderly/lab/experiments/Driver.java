package orderly.lab.experiments;

import java.util.List;

/**
 * What an experiment may do to the running system, in the spirit of the chaos experiments
 * of Netflix (principlesofchaos.org): faults are made in the real system, to its real
 * processes.
 * <p>
 * Process names are those of {@code ./orderly status}: {@code order-service}, its second
 * replica {@code order-service#2}. Every method returns when the thing is done. What
 * cannot be done where the system runs ends in a {@link NotMeasuredException}; what was
 * refused, in a {@link orderly.lab.LabException}.
 * <p>
 * Nothing has to be undone by hand: {@link Lab#driver()} remembers how it found the
 * system, and {@code try} puts it back, also after a failure and after Ctrl-C.
 */
public interface Driver {

	/** Ends the process as {@code kill -9} does. */
	void kill(String process);

	/** Freezes the process (SIGSTOP): it keeps its connections and answers nobody. */
	void pause(String process);

	/** Lets a frozen process go on. */
	void resume(String process);

	/** Ends the process in its own time: it deregisters, drains and closes. */
	void stop(String process);

	/** Starts a process that is down; returns when the gateway reaches it. */
	void start(String process);

	/** Replaces the process by a new one; returns when the gateway reaches it. */
	void restart(String process);

	/** Starts or stops replicas until there are as many as wanted, at least one. */
	void scale(String service, int instances);

	/** The names of the service's processes that are up. */
	List<String> instances(String service);

	/**
	 * Starts the process, or restarts it, so that it serves these versions of its API.
	 * @param versions as in {@code 1,2}
	 */
	void serve(String process, String versions);

	/** Makes one process fail, or with a service's name all of its instances. */
	void fault(String serviceOrProcess, Fault fault);

	/** Ends all faults of one process, or of all instances of a service. */
	void heal(String serviceOrProcess);

	/** Switches a policy in every process that knows it, also in those to come. */
	void policy(String name, boolean on);

	/** Whether a policy is on. */
	boolean policy(String name);

}
