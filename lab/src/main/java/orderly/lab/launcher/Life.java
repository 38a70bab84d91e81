package orderly.lab.launcher;

import java.util.Optional;

import orderly.backing.ProcessMark;
import orderly.backing.Running;
import orderly.lab.Exit;
import orderly.lab.LabException;
import org.jspecify.annotations.Nullable;

/** The process that a unit has now, if it has one. */
class Life {

	private final String name;

	private volatile @Nullable Running process;

	Life(String name) {
		this.name = name;
	}

	void begin(Running started) {
		this.process = started;
	}

	boolean is(Running other) {
		return other == this.process;
	}

	Optional<Running> now() {
		return Optional.ofNullable(this.process).filter(Running::isAlive);
	}

	@Nullable ProcessMark mark() {
		return now().flatMap((alive) -> ProcessHandle.of(alive.pid())).map(ProcessMark::of).orElse(null);
	}

	Running require() {
		String sentence = "%1$s does not run. Start it with: ./orderly start %1$s".formatted(this.name);
		return now().orElseThrow(() -> new LabException(Exit.NOT_RUNNING, sentence, null));
	}

	void requireNone() {
		if (now().isPresent()) {
			throw new LabException(Exit.ALREADY_RUNNING, this.name + " runs already.", null);
		}
	}

}
