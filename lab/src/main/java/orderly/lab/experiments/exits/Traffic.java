package orderly.lab.experiments.exits;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import orderly.lab.client.Gateway;
import orderly.lab.load.Load;
import orderly.lab.load.RunningLoad;
import orderly.lab.load.Samples;

/** Several kinds of calls that come at the same time, whatever happens to them. */
class Traffic {

	// what a restart on a busy machine may take, several times over
	private static final Duration LONGEST = Duration.ofMinutes(5);

	// until the code of a new process is compiled, a call takes several times as long
	private static final Duration WARMING = Duration.ofSeconds(8);

	private final Map<Kind, RunningLoad> running = new EnumMap<>(Kind.class);

	/** After calls that nobody counts. */
	static Traffic warmedUp(Gateway gateway, List<Kind> kinds) {
		kinds.stream()
			.map(kind -> Load.at(kind.perSecond()).during(WARMING).start(kind.from(gateway)))
			.toList()
			.forEach(RunningLoad::await);
		return new Traffic(gateway, kinds);
	}

	private Traffic(Gateway gateway, List<Kind> kinds) {
		kinds.forEach(
				kind -> this.running.put(kind, Load.at(kind.perSecond()).during(LONGEST).start(kind.from(gateway))));
	}

	Duration elapsed() {
		return any().elapsed();
	}

	/** Lets it flow until so much time has passed since its beginning. */
	void flowUntil(Duration moment) {
		any().awaitElapsed(moment);
	}

	/** Ends it, and tells what became of every call. */
	Map<Kind, Samples> stop() {
		Map<Kind, Samples> samples = new EnumMap<>(Kind.class);
		this.running.forEach((kind, load) -> samples.put(kind, load.stop()));
		return samples;
	}

	/** They began together. */
	private RunningLoad any() {
		return this.running.values().iterator().next();
	}

}
