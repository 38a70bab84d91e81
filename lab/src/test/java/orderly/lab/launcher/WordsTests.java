package orderly.lab.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import orderly.lab.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	private final TestHome here;

	WordsTests(@TempDir Path folder) {
		this.here = new TestHome(folder);
	}

	@Test
	void everyWordExplainsItselfWithAnExample() {
		assertThat(LauncherWords.all()).filteredOn((word) -> !(word instanceof Supervise)).allSatisfy((word) -> {
			StringWriter help = new StringWriter();
			assertThat(new CommandLine(word).setOut(new PrintWriter(help, true)).execute("--help")).isZero();
			assertThat(help.toString()).contains("./orderly " + new CommandLine(word).getCommandName());
		});
	}

	@Test
	void statusSaysThatNothingRuns() {
		assertThat(this.here.run(Status::new)).isEqualTo(Exit.NOT_RUNNING);
		assertThat(this.here.printed()).contains("./orderly up");
	}

	@Test
	void statusSaysThatNothingRunsInJson() {
		assertThat(this.here.run(Status::new, "--json")).isEqualTo(Exit.NOT_RUNNING);
		assertThat(this.here.printed()).contains("\"phase\" : \"DOWN\"");
	}

	@Test
	void downIsContentWhenNothingRuns() {
		assertThat(this.here.run(Down::new)).isEqualTo(Exit.OK);
		assertThat(this.here.printed()).contains("Nothing runs here.");
	}

	@Test
	void theOthersRefuseWithASentence() {
		assertThat(this.here.run(Open::new, "zipkin")).isEqualTo(Exit.NOT_RUNNING);
		assertThat(this.here.run(Logs::new)).isEqualTo(Exit.NOT_RUNNING);
		assertThat(this.here.run(Kill::new, "order-service")).isEqualTo(Exit.NOT_RUNNING);
		assertThat(this.here.printed().lines()).hasSize(3).allMatch((line) -> line.endsWith("./orderly up"));
	}

	@Test
	void refuseANameThatFitsNothing() {
		assertThat(this.here.run(Scale::new, "order-service#2=3")).isEqualTo(Exit.USAGE);
		assertThat(this.here.run(MakeFault::new, "inventry-service")).isEqualTo(Exit.USAGE);
		assertThat(this.here.run(MakeFault::new, "inventry-service", "off")).isEqualTo(Exit.USAGE);
		assertThat(this.here.printed()).contains("write order-service=N", "no process 'inventry-service'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "99999", "46001", "-9000" })
	void upRefusesPortsThatDoNotExist(String offset) {
		assertThat(this.here.run(Up::new, "--port-offset", offset)).isEqualTo(Exit.USAGE);
		assertThat(this.here.printed()).startsWith("With --port-offset " + offset).contains("say 0 to 46000.");
	}

}
