package orderly.lab.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things lie on this machine.
 *
 * @param root the repository's folder
 * @param state the folder of data, logs and the run state, {@code .orderly} unless
 * {@code ORDERLY_HOME} says otherwise
 */
public record Home(Path root, Path state) {

	/**
	 * {@return the home that the {@code orderly} script, or else this class's own jar,
	 * points to}
	 */
	public static Home here() {
		Path root = Path.of(System.getProperty("orderly.root", rootAbove(codeLocation()).toString())).toAbsolutePath();
		String state = System.getenv("ORDERLY_HOME");
		return new Home(root, (state == null || state.isBlank()) ? root.resolve(".orderly") : Path.of(state))
			.absolute();
	}

	/**
	 * {@return a home of its own over the same repository, for tests}
	 */
	public static Home in(Path state) {
		return new Home(here().root(), state).absolute();
	}

	/**
	 * {@return logs: a readable {@code NAME.log} and an ECS {@code NAME.json} for each
	 * process}
	 */
	public Path logs() {
		return this.state.resolve("logs");
	}

	/**
	 * {@return what survives a restart: Kafka's log and PostgreSQL's files}
	 */
	public Path data() {
		return this.state.resolve("data");
	}

	/**
	 * {@return what the build fetched of Kafka, PostgreSQL and Zipkin}
	 */
	Path backing() {
		return this.root.resolve("shared/backing/target/backing");
	}

	Path runFile() {
		return this.state.resolve("run.json");
	}

	private Home absolute() {
		return new Home(this.root.toAbsolutePath().normalize(), this.state.toAbsolutePath().normalize());
	}

	private static Path codeLocation() {
		try {
			return Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (java.net.URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Path rootAbove(Path start) {
		for (Path folder = start; folder != null; folder = folder.getParent()) {
			if (Files.exists(folder.resolve("mvnw"))) {
				return folder;
			}
		}
		return Path.of("").toAbsolutePath();
	}

}
