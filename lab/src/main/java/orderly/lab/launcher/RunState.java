package orderly.lab.launcher;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import orderly.backing.ProcessMark;
import orderly.lab.Exit;
import orderly.lab.LabException;
import org.jspecify.annotations.Nullable;

/**
 * What runs, as the supervisor wrote it to {@code .orderly/run.json}.
 *
 * @param phase how far the system as a whole is
 * @param since when the supervisor began
 * @param portOffset what was added to every port
 * @param supervisor the process that started the others
 * @param control the base URL of the supervisor's control API on the loopback
 * @param token what a caller of the control API shows
 * @param logs the folder of the logs
 * @param processes the children in the order of their start
 */
public record RunState(Phase phase, Instant since, int portOffset, ProcessMark supervisor, String control, String token,
		Path logs, List<Child> processes) {

	/** How far the system is. */
	public enum Phase {

		STARTING, READY, STOPPING

	}

	/**
	 * {@return the state of the running system}, or a sentence that nothing runs.
	 */
	public static RunState require(Home home) {
		return find(home).orElseThrow(() -> new LabException(Exit.NOT_RUNNING,
				"Nothing runs here. Start the system with: ./orderly up", null));
	}

	/**
	 * {@return the state of the running system}; empty when its supervisor is not alive.
	 */
	public static Optional<RunState> find(Home home) {
		return RunFile.read(home).filter((state) -> state.supervisor().isAlive());
	}

	/**
	 * {@return the process of this name}, or a sentence with the names that exist.
	 */
	public Child process(String name) {
		String wanted = ProcessName.of(name).toString();
		return this.processes.stream().filter((child) -> child.name().equals(wanted)).findFirst().orElseThrow(() -> {
			String known = String.join(", ", this.processes.stream().map(Child::name).toList());
			return new LabException(Exit.USAGE, "There is no process '%s'; there are: %s.".formatted(name, known),
					null);
		});
	}

	/**
	 * {@return the base URL of a process, if there is somebody to ask}
	 */
	Optional<String> answering(String name) {
		boolean answers = this.processes.stream().anyMatch((child) -> child.name().equals(name) && child.answers());
		return answers ? Optional.of(url(name)) : Optional.empty();
	}

	/**
	 * {@return the names of a service's processes that are up}
	 */
	public List<String> instances(String service) {
		return this.processes.stream()
			.filter((child) -> ProcessName.of(child.name()).service().equals(service))
			.filter((child) -> child.now() == ChildState.READY)
			.map(Child::name)
			.toList();
	}

	/**
	 * {@return the base URL of a process that speaks HTTP, without a slash at its end}
	 */
	public String url(String name) {
		return "http://127.0.0.1:" + process(name).port();
	}

	/**
	 * {@return the base URL of the gateway}
	 */
	public String gateway() {
		return url("gateway");
	}

	/**
	 * {@return the base URL of Zipkin}
	 */
	public String zipkin() {
		return url("zipkin");
	}

	/**
	 * One process of the system.
	 *
	 * @param name its name, {@code order-service} or, for a further replica,
	 * {@code order-service#2}
	 * @param state what the supervisor last did with it or saw of it
	 * @param port the port where it serves
	 * @param mark its pid and when it started; absent while it is down
	 */
	public record Child(String name, ChildState state, int port, @Nullable ProcessMark mark) {

		boolean isAlive() {
			return this.mark != null && this.mark.isAlive();
		}

		/**
		 * {@return its state as anybody can see it}; the supervisor may be late to write
		 * that it died, on a full disk for example.
		 */
		ChildState now() {
			boolean awaitsProcess = this.state == ChildState.STARTING && this.mark == null;
			return (this.state.isExpectedToLive() && !awaitsProcess && !isAlive()) ? ChildState.DIED : this.state;
		}

		/** Whether there is somebody to ask. */
		boolean answers() {
			return now() == ChildState.READY || this.state == ChildState.EXTERNAL;
		}

	}

	/**
	 * A child's state as the supervisor sees it; readiness is asked of the child itself.
	 */
	public enum ChildState {

		/** Left to somebody else, an IDE for example. */
		EXTERNAL,

		WAITING, STARTING, READY, PAUSED, STOPPED, KILLED, DIED;

		/** Whether a process in this state ends only by itself. */
		boolean isExpectedToLive() {
			return this == STARTING || this == READY || this == PAUSED;
		}

	}

}
