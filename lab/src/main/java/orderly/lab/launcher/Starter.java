package orderly.lab.launcher;

import java.nio.file.Path;
import java.util.Map;

import orderly.backing.Jvm;
import orderly.backing.Kafka;
import orderly.backing.Postgres;
import orderly.backing.Running;
import orderly.backing.Zipkin;

/** Makes a running process of what {@link Topology} says about it. */
class Starter {

	private final Topology topology;

	private final Home home;

	Starter(Topology topology, Home home) {
		this.topology = topology;
		this.home = home;
	}

	/**
	 * Starts the process; backing services are ready when this returns, the others have
	 * just begun.
	 */
	Running start(Part part) {
		return switch (part.kind()) {
			case KAFKA -> Kafka.start(data(part), log(part), part.port(), this.topology.kafkaControllerPort());
			case POSTGRES -> postgres(part);
			case ZIPKIN -> Zipkin.start(log(part), part.port());
			case JAR, SERVICE -> service(part);
		};
	}

	Path log(Part part) {
		return this.home.logs().resolve(part.name() + ".log");
	}

	Path events(Part part) {
		return this.home.logs().resolve(part.name() + ".json");
	}

	private Path data(Part part) {
		return this.home.data().resolve(part.name());
	}

	private Running postgres(Part part) {
		Postgres server = Postgres.start(data(part), log(part), part.port());
		Topology.DATABASES.forEach((name) -> server.createDatabase(name, Topology.DATABASE_PASSWORD));
		return server;
	}

	private Running service(Part part) {
		Unpacked unpacked = Unpacked.of(Builds.jar(this.home, part), this.home.state().resolve("app"),
				part.name().replace('#', '-')); // # begins a fragment where a path
												// becomes a URL
		return Jvm.named(part.name())
			.flags(Demonstration.FLAGS.toArray(String[]::new))
			.flags("-Xmx" + part.heap() + "m")
			.classPath(unpacked.classPath())
			.main(unpacked.mainClass())
			.in(this.home.state())
			.environment(WantedPolicies.of(this.home).environment())
			.environment(part.environment())
			.environment(Map.of("LOGGING_FILE_NAME", events(part).toString()))
			.start(log(part));
	}

}
