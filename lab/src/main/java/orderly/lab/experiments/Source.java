package orderly.lab.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Which source the numbers belong to.
 *
 * @param commit null where git or its folder is not there
 * @param changed whether files differ from the commit, the evidence itself left out
 * @param sha256 over the experiment's own package; null where the source is not there
 */
record Source(@Nullable String commit, boolean changed, @Nullable String sha256) {

	static Source of(Experiment experiment, Path root) {
		String status = git(root, "status", "--porcelain", "--", ".", ":!docs/evidence");
		return new Source(git(root, "rev-parse", "HEAD"), status == null || !status.isEmpty(), hash(
				root.resolve("lab/src/main/java").resolve(experiment.getClass().getPackageName().replace('.', '/'))));
	}

	private static @Nullable String hash(Path folder) {
		if (!Files.isDirectory(folder)) {
			return null;
		}
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (Path file : filesOf(folder)) {
				digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
				digest.update(Files.readAllBytes(file));
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private static List<Path> filesOf(Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
		}
	}

	private static @Nullable String git(Path root, String... words) {
		try {
			List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
			command.addAll(List.of(words));
			Process git = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
			String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return (git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0) ? out.strip() : null;
		}
		catch (IOException e) {
			return null;
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

}
