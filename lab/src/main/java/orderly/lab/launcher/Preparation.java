package orderly.lab.launcher;

import java.util.List;
import java.util.stream.Stream;

/**
 * What must be true before anything is started: nothing runs yet, there is room, the
 * ports are free, the jars are built.
 */
class Preparation {

	private final Home home;

	private final Topology topology;

	private final List<Part> parts;

	Preparation(Home home, Topology topology, List<Part> parts) {
		this.home = home;
		this.topology = topology;
		this.parts = parts;
	}

	void run(boolean fresh) {
		if (RunState.find(this.home).isPresent()) {
			throw Claim.alreadyRuns(this.home);
		}
		Leftovers.end(this.home);
		requirePorts();
		if (fresh) {
			Folders.delete(this.home.data());
		}
		Folders.delete(this.home.logs());
		Folders.make(this.home.logs());
		Room.require(this.home);
		Builds.refresh(this.home, Stream.concat(this.parts.stream(), this.topology.guests().stream()).toList());
	}

	private void requirePorts() {
		this.parts.forEach((part) -> TakenPort.refuse(part.name(), part.port()));
		TakenPort.refuse("Kafka's controller", this.topology.kafkaControllerPort());
		TakenPort.refuse("the launcher's control", this.topology.controlPort());
	}

}
