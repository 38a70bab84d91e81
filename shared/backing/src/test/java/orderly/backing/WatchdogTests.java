package orderly.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class WatchdogTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@TempDir
	private Path folder;

	@Test
	void noChildOutlivesAKilledLauncher() throws IOException {
		assertThatNoChildOutlives(PostgresUser.here());
	}

	@Test
	void noChildOutlivesAKilledLauncherWhereAKeeperHoldsPostgres() throws IOException {
		// The keeper's own server refuses root, so root cannot see this one.
		org.junit.jupiter.api.Assumptions.assumeFalse(System.getProperty("user.name").equals("root"));
		assertThatNoChildOutlives(PostgresUser.MYSELF_WITH_KEEPER);
	}

	private void assertThatNoChildOutlives(PostgresUser user) throws IOException {
		Process launcher = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp",
				System.getProperty("java.class.path"), Launcher.class.getName(), this.folder.toString(), user.name())
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("launcher.log").toFile())
			.start();
		Path pids = this.folder.resolve("pids");
		try {
			await().atMost(PATIENCE).until(() -> Files.exists(pids) || !launcher.isAlive());
			assertThat(pids).withFailMessage(() -> log("launcher.log")).exists();
		}
		finally {
			launcher.destroyForcibly();
		}
		List<Long> children = Files.readAllLines(pids).stream().map(Long::valueOf).toList();
		assertThat(children).hasSizeGreaterThanOrEqualTo(3);
		await().atMost(PATIENCE).until(() -> children.stream().noneMatch(WatchdogTests::lives));
		assertThat(log("postgres.log")).contains("database system is shut down");
	}

	private static boolean lives(long pid) {
		return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
	}

	private String log(String name) {
		try {
			return Files.readString(this.folder.resolve(name));
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

}
