package orderly.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ChildTests {

	@TempDir
	private Path folder;

	private Running child;

	@BeforeEach
	void start() {
		this.child = Jvm.named("patient")
			.classPath(System.getProperty("java.class.path"))
			.main(Patient.class.getName())
			.start(this.folder.resolve("logs/patient.log"));
		await().until(() -> said("waiting"));
	}

	@AfterEach
	void end() {
		this.child.kill();
	}

	@Test
	void aStoppedChildRunsItsShutdownHooks() {
		this.child.stop();
		assertThat(this.child.isAlive()).isFalse();
		assertThat(this.child.onExit()).succeedsWithin(1, TimeUnit.SECONDS);
		assertThat(said("ended in order")).isTrue();
	}

	@Test
	void aKilledChildDoesNot() {
		this.child.kill();
		assertThat(this.child.isAlive()).isFalse();
		assertThat(said("ended in order")).isFalse();
	}

	/**
	 * The sixth field of Linux's {@code stat} is the session; its leader has its number.
	 */
	@Test
	@EnabledOnOs(OS.LINUX)
	void aTerminalsCtrlCDoesNotReachAChild() throws IOException {
		String stat = Files.readString(Path.of("/proc/" + this.child.pid() + "/stat"));
		assertThat(stat.split(" ")[5]).isEqualTo(String.valueOf(this.child.pid()));
	}

	private boolean said(String what) {
		try {
			return Files.readString(this.child.log()).contains(what);
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Waits for ever, and says when it ends in order. */
	static final class Patient {

		private Patient() {
		}

		public static void main(String[] arguments) throws InterruptedException {
			Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("ended in order")));
			System.out.println("waiting");
			Thread.currentThread().join();
		}

	}

}
