package orderly.backing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Starts a Java program as a child process with the watchdog in it. Names a program by
 * {@link #jar(Path)}, or by {@link #classPath(String)} and {@link #main(String)}.
 */
public final class Jvm {

	private final String name;

	private Path java = Path.of(System.getProperty("java.home"), "bin", "java");

	private final List<String> flags = new ArrayList<>();

	private List<String> program = List.of();

	private List<String> arguments = List.of();

	private final Map<String, String> environment = new TreeMap<>();

	private Path folder = Path.of("").toAbsolutePath();

	private Jvm(String name) {
		this.name = name;
	}

	/**
	 * Begins one. It uses the Java of this process.
	 * @param name what messages call it
	 * @return the start of a child JVM
	 */
	public static Jvm named(String name) {
		return new Jvm(name);
	}

	/**
	 * Adds flags of the JVM.
	 * @param more such as {@code -Xmx256m}
	 * @return this
	 */
	public Jvm flags(String... more) {
		this.flags.addAll(List.of(more));
		return this;
	}

	/**
	 * Runs an executable jar.
	 * @param jar the jar
	 * @return this
	 */
	public Jvm jar(Path jar) {
		this.program = List.of("-jar", jar.toAbsolutePath().toString());
		return this;
	}

	/**
	 * Sets the class path.
	 * @param path as after {@code -cp}
	 * @return this
	 */
	public Jvm classPath(String path) {
		return flags("-cp", path);
	}

	/**
	 * Runs a main class of the class path.
	 * @param type the full name of the class
	 * @return this
	 */
	public Jvm main(String type) {
		this.program = List.of(type);
		return this;
	}

	/**
	 * Sets the program's arguments.
	 * @param all the arguments
	 * @return this
	 */
	public Jvm arguments(String... all) {
		this.arguments = List.of(all);
		return this;
	}

	/**
	 * Sets environment variables, beside those of this process.
	 * @param more names and values
	 * @return this
	 */
	public Jvm environment(Map<String, String> more) {
		this.environment.putAll(more);
		return this;
	}

	/**
	 * Sets the working folder; by default that of this process.
	 * @param there an existing folder
	 * @return this
	 */
	public Jvm in(Path there) {
		this.folder = there;
		return this;
	}

	/**
	 * Uses another Java.
	 * @param executable the {@code java} to run
	 * @return this
	 */
	public Jvm java(Path executable) {
		this.java = executable;
		return this;
	}

	/**
	 * Starts it, and does not wait until it is ready.
	 * @param log the file that its output is appended to; folders are made
	 * @return the running process; {@link Running#stop()} ends it by its shutdown hooks,
	 * on every system
	 */
	public Running start(Path log) {
		return launch(log);
	}

	Child launch(Path log) {
		List<String> command = new ArrayList<>(List.of(this.java.toString()));
		command.add("-javaagent:" + Artefacts.find().watchdog());
		command.addAll(this.flags);
		command.addAll(this.program);
		command.addAll(this.arguments);
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile());
		builder.environment().putAll(this.environment);
		return Child.start(this.name, builder, log);
	}

}
