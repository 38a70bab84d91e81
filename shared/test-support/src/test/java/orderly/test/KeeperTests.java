package orderly.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import orderly.backing.ProcessMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class KeeperTests {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	@TempDir
	private Path folder;

	@Test
	void theTestsOfARunShareServersThatEndWithAKilledMaven() throws IOException {
		Process maven = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp",
				System.getProperty("java.class.path"), FakeMaven.class.getName(), this.folder.toString())
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("maven.log").toFile())
			.start();
		List<ProcessHandle> servers;
		try {
			await().atMost(PATIENCE).until(() -> exists("first") && exists("second"));
			assertThat(read("first")).isEqualTo(read("second"));
			servers = servers(maven);
		}
		finally {
			maven.destroyForcibly();
		}
		assertThat(servers).hasSizeGreaterThanOrEqualTo(3);
		await().atMost(PATIENCE).until(() -> servers.stream().noneMatch(ProcessHandle::isAlive));
	}

	/** The keeper, and what it holds. */
	private static List<ProcessHandle> servers(Process maven) throws IOException {
		ProcessMark owner = ProcessMark.of(maven.toHandle());
		Coordinates coordinates = Coordinates.read(SharedBacking.folderOf(owner)).orElseThrow();
		ProcessHandle keeper = ProcessHandle.of(coordinates.keeper()).orElseThrow();
		return Stream.concat(Stream.of(keeper), keeper.descendants()).toList();
	}

	private boolean exists(String name) {
		return Files.exists(this.folder.resolve(name));
	}

	private String read(String name) throws IOException {
		return Files.readString(this.folder.resolve(name));
	}

}
