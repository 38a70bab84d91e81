package orderly.test.deployment;

import java.nio.file.Files;
import java.nio.file.Path;

/** What is deployed lies in the repository's folder. */
public final class Manifests {

	private Manifests() {
	}

	/**
	 * Renders a kustomization as {@code kubectl apply -k} does, without a cluster. Where
	 * there is no kubectl, the test that asks is skipped.
	 * @param folder the kustomization's folder, seen from the repository's
	 * @return the manifests as YAML documents
	 */
	public static String rendered(String folder) {
		return Tool.run("kubectl", "kustomize", root().resolve(folder).toString());
	}

	/**
	 * {@return the repository's folder}
	 */
	public static Path root() {
		Path folder = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
		while (!Files.exists(folder.resolve("mvnw"))) {
			folder = folder.resolve("..").normalize();
		}
		return folder;
	}

}
