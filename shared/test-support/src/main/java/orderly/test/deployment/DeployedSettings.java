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
 * for such.
 */
public final class DeployedSettings {

	private final String image;

	private final Predicate<String> isRead;

	private DeployedSettings(String process, Predicate<String> isRead) {
		this.image = "orderly/" + process;
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
	 * {@return what the compose file gives, and the process does not read}
	 */
	public Set<String> unreadOfCompose() {
		try {
			return unread(GivenSettings.byCompose(Files.readString(Manifests.root().resolve("docker-compose.yml")),
					this.image));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * {@return what the manifests give, and the process does not read}
	 */
	public Set<String> unreadOfKubernetes() {
		return unread(GivenSettings.byKubernetes(Manifests.rendered("k8s/overlays/local"), this.image));
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
