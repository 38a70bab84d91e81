package orderly.lab.experiments;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The word that runs experiments: try. */
public final class ExperimentWords {

	private ExperimentWords() {
	}

	/**
	 * The commands, ready to be added to the root.
	 * @param experiments in the order of the book
	 * @param running the lab over the system of this folder, if it runs
	 * @param root the repository's folder
	 */
	public static List<Object> all(List<Experiment> experiments, Supplier<Optional<Lab>> running, Path root) {
		return List.of(new Try(experiments, running, root));
	}

}
