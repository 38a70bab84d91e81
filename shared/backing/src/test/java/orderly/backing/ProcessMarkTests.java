package orderly.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ProcessMarkTests {

	private final ProcessMark mark = ProcessMark.of(ProcessHandle.current());

	@Test
	void findsItsProcess() {
		assertThat(this.mark.find()).contains(ProcessHandle.current());
		assertThat(this.mark.born()).matches("[0-9a-f-]+");
	}

	@Test
	void findsNoneThatHasTheNumberNow() {
		assertThat(new ProcessMark(this.mark.pid(), "another-time").find()).isEmpty();
	}

	@Test
	void findsNoneThatHasEnded() throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-version")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		ProcessMark ended = ProcessMark.of(process.toHandle());
		process.onExit().join();
		assertThat(ended.isAlive()).isFalse();
	}

	/**
	 * The wall clock may be set while the process runs; its ticks are counted since the
	 * boot.
	 */
	@Test
	@EnabledOnOs(OS.LINUX)
	void dependsOnNoClockOnTheWall() throws IOException {
		String stat = Files.readString(Path.of("/proc/self/stat"));
		String ticks = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19];
		assertThat(this.mark.born()).endsWith("-" + ticks);
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void findsNoZombie() throws IOException {
		// The inner process ends; its parent has become sleep, which never asks for it.
		Process parent = new ProcessBuilder("sh", "-c", "sleep 0.2 & echo $!; exec sleep 60").start();
		try {
			long child = Long.parseLong(parent.inputReader().readLine());
			ProcessMark zombie = ProcessMark.of(ProcessHandle.of(child).orElseThrow());
			await().atMost(Duration.ofSeconds(30)).until(() -> !zombie.isAlive());
			assertThat(ProcessHandle.of(child)).isPresent();
		}
		finally {
			parent.destroyForcibly();
		}
	}

}
