package orderly.test.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The settings that compose and Kubernetes give a process. An environment variable that
 * nobody reads fails silently, so a test of the process, which has its class path, looks
 * for such: <pre>
 * &#64;Test
 * void composeAndKubernetesGiveOnlyWhatIsRead() {
 *     DeployedSettings.ofSpring("order-service").check();
 * }
 * </pre>
 */
public final class DeployedSettings {

	private final String process;

	private final Predicate<String> isRead;

	private DeployedSettings(String process, Predicate<String> isRead) {
		this.process = process;
		this.isRead = isRead;
	}

	/** Those of a Spring process whose class path is the test's own. */
	public static DeployedSettings ofSpring(String process) {
		return new DeployedSettings(process, new SpringSettings());
	}

	/**
	 * Those of another process.
	 * @param process the name of its module and of its image
	 * @param read the environment variables that it reads
	 */
	public static DeployedSettings of(String process, Set<String> read) {
		return new DeployedSettings(process, read::contains);
	}

	/**
	 * Checks that the process reads all that it is given. Without kubectl the test is
	 * skipped once compose is checked.
	 * @throws AssertionError that names what it does not read
	 */
	public void check() {
		checkCompose();
		checkKubernetes(Manifests.rendered("k8s/overlays/local"));
	}

	/**
	 * Checks a process that is no part of Kubernetes.
	 * @throws AssertionError that names what it does not read
	 */
	public void checkCompose() {
		try {
			checkCompose(Files.readString(Manifests.root().resolve("docker-compose.yml")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void checkCompose(String yaml) {
		check("compose", GivenSettings.byCompose(yaml, image()));
	}

	void checkKubernetes(String yaml) {
		check("Kubernetes", GivenSettings.byKubernetes(yaml, image()));
	}

	private void check(String giver, Set<String> given) {
		Set<String> unread = unread(given);
		if (!unread.isEmpty()) {
			throw new AssertionError("%s gives %s what it does not read: %s".formatted(giver, this.process, unread));
		}
	}

	private String image() {
		return "orderly/" + this.process;
	}

	/**
	 * {@return those of the names that the process does not read}
	 */
	public Set<String> unread(Set<String> names) {
		Set<String> unread = new TreeSet<>(names);
		unread.removeIf(this.isRead);
		return unread;
	}

}
