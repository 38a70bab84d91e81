package orderly.lab.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import orderly.lab.Exit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class LogsTests {

	private final StringWriter out = new StringWriter();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@SuppressWarnings("NullAway.Init")
	Home home;

	@BeforeEach
	void twoServicesWroteLogs() throws IOException {
		this.home = new Home(this.folder, this.folder);
		Files.createDirectories(this.home.logs());
		write("order-service.json",
				line("12:00:03", "order confirmed", "aaa") + line("12:00:01", "order taken", "aaa"));
		write("inventory-service.json", line("12:00:02", "stock reserved", "aaa") + line("12:00:04", "other", "bbb")
				+ "{\"@timestamp\":\"2026-1");
		write("order-service.log", "readable\nlast\n");
	}

	@Test
	void mergesAllServicesByTime() {
		assertThat(logs()).isEqualTo(Exit.OK);
		assertThat(this.out.toString()).containsSubsequence("order taken", "stock reserved", "order confirmed",
				"other");
	}

	@Test
	void showsOneTraceAlone() {
		logs("--trace", "aaa");
		assertThat(this.out.toString()).containsSubsequence("order-service", "INFO order taken", "inventory-service")
			.doesNotContain("other");
	}

	@Test
	void showsTheLastLinesOfOneProcessAsItWroteThem() {
		logs("order-service", "-n", "1");
		assertThat(this.out.toString()).isEqualToIgnoringNewLines("last");
	}

	@Test
	void refusesAProcessWithoutALog() {
		assertThat(logs("nobody")).isNotEqualTo(Exit.OK);
	}

	@Test
	void followsALogInWholeLines() throws IOException {
		Path log = this.home.logs().resolve("order-service.log");
		List<String> seen = new ArrayList<>();
		LogFollower follower = LogFollower.fromEnd(log);
		Files.writeString(log, "ha", StandardOpenOption.APPEND);
		follower.poll(seen::add);
		assertThat(seen).isEmpty();
		Files.writeString(log, "lf\nnext\n", StandardOpenOption.APPEND);
		follower.poll(seen::add);
		assertThat(seen).containsExactly("half", "next");
	}

	private int logs(String... arguments) {
		return new CommandLine(new Logs(this.home)).setOut(new PrintWriter(this.out, true))
			.setErr(new PrintWriter(this.out, true))
			.execute(arguments);
	}

	private void write(String name, String text) throws IOException {
		Files.writeString(this.home.logs().resolve(name), text);
	}

	private static String line(String time, String message, String trace) {
		return """
				{"@timestamp":"2026-11-24T%sZ","log":{"level":"INFO"},"message":"%s","traceId":"%s"}
				""".formatted(time, message, trace);
	}

}
