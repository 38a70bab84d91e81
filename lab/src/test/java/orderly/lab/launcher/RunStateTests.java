package orderly.lab.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

import orderly.backing.ProcessMark;
import orderly.lab.LabException;
import orderly.lab.launcher.RunState.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static orderly.lab.launcher.TestHome.MYSELF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RunStateTests {

	private final Home home;

	RunStateTests(@TempDir Path folder) {
		this.home = new TestHome(folder).home();
	}

	@Test
	void isReadAsItWasWritten() {
		RunState written = state(MYSELF);
		RunFile.write(this.home, written);
		assertThat(RunState.find(this.home)).contains(written);
		assertThat(RunState.require(this.home).gateway()).isEqualTo("http://127.0.0.1:9080");
	}

	@Test
	void isReadableByItsOwnerAlone() throws IOException {
		RunFile.write(this.home, state(MYSELF));
		assertThat(Files.getPosixFilePermissions(this.home.runFile()))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
	}

	@Test
	void isAbsentWhenNothingWasStarted() {
		assertThatExceptionOfType(LabException.class).isThrownBy(() -> RunState.require(this.home))
			.withMessageContaining("./orderly up");
	}

	@Test
	void isAbsentWhenAnotherProcessHasTheSupervisorsNumber() {
		RunFile.write(this.home, state(TestHome.ANOTHER));
		assertThat(RunState.find(this.home)).isEmpty();
	}

	@Test
	void namesTheProcessesThatExistWhenAskedForAnother() {
		assertThatExceptionOfType(LabException.class).isThrownBy(() -> state(MYSELF).process("gatway"))
			.withMessage("There is no process 'gatway'; there are: gateway.");
	}

	private RunState state(ProcessMark supervisor) {
		return new RunState(Phase.READY, Instant.parse("2026-11-24T12:00:00Z"), 1000, supervisor,
				"http://127.0.0.1:9090", "secret", this.home.logs(), List.of(TestHome.ready("gateway", 9080)));
	}

}
