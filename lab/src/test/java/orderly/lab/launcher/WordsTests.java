package orderly.lab.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import orderly.lab.Exit;
import orderly.lab.LabException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	private final StringWriter out = new StringWriter();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@SuppressWarnings("NullAway.Init")
	Home home;

	@BeforeEach
	void nothingRuns() {
		this.home = new Home(this.folder, this.folder.resolve("state"));
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
		assertThat(run(new Status(this.home))).isEqualTo(Exit.NOT_RUNNING);
		assertThat(this.out.toString()).contains("./orderly up");
	}

	@Test
	void statusSaysThatNothingRunsInJson() {
		assertThat(run(new Status(this.home), "--json")).isEqualTo(Exit.NOT_RUNNING);
		assertThat(this.out.toString()).contains("\"phase\" : \"DOWN\"");
	}

	@Test
	void downIsContentWhenNothingRuns() {
		assertThat(run(new Down(this.home))).isEqualTo(Exit.OK);
		assertThat(this.out.toString()).contains("Nothing runs here.");
	}

	@Test
	void theOthersRefuseWithASentence() {
		assertThat(run(new Open(this.home), "zipkin")).isEqualTo(Exit.NOT_RUNNING);
		assertThat(run(new Logs(this.home))).isEqualTo(Exit.NOT_RUNNING);
		assertThat(run(new Kill(this.home), "order-service")).isEqualTo(Exit.NOT_RUNNING);
		assertThat(this.out.toString().lines()).hasSize(3).allMatch((line) -> line.endsWith("./orderly up"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "99999", "46001", "-9000" })
	void upRefusesPortsThatDoNotExist(String offset) {
		assertThat(run(new Up(this.home), "--port-offset", offset)).isEqualTo(Exit.USAGE);
		assertThat(this.out.toString()).startsWith("With --port-offset " + offset).contains("say 0 to 46000.");
	}

	private int run(Object word, String... arguments) {
		PrintWriter writer = new PrintWriter(this.out, true);
		return new CommandLine(word).setOut(writer).setErr(writer).setExecutionExceptionHandler((ex, line, result) -> {
			writer.println(ex.getMessage());
			return (ex instanceof LabException known) ? known.exit() : Exit.FAILED;
		}).execute(arguments);
	}

}
