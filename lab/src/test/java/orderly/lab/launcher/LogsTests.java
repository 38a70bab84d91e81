package orderly.lab.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import orderly.lab.Exit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogsTests {

	private final TestHome here;

	LogsTests(@TempDir Path folder) {
		this.here = new TestHome(folder);
	}

	@BeforeEach
	void twoServicesWroteLogs() throws IOException {
		Files.createDirectories(this.here.home().logs());
		write("order-service.json",
				line("12:00:03", "order confirmed", "aaa") + line("12:00:01", "order taken", "aaa"));
		write("inventory-service.json", line("12:00:02", "stock reserved", "aaa") + line("12:00:04", "other", "bbb")
				+ "{\"@timestamp\":\"2026-1");
		write("order-service.log", "readable\nlast\n");
	}

	@Test
	void mergesAllServicesByTime() {
		assertThat(this.here.run(Logs::new)).isEqualTo(Exit.OK);
		assertThat(this.here.printed()).containsSubsequence("order taken", "stock reserved", "order confirmed",
				"other");
	}

	@Test
	void showsOneTraceAlone() {
		this.here.run(Logs::new, "--trace", "aaa");
		assertThat(this.here.printed()).containsSubsequence("order-service", "INFO order taken", "inventory-service")
			.doesNotContain("other");
	}

	@Test
	void showsTheLastLinesOfOneProcessAsItWroteThem() {
		this.here.run(Logs::new, "order-service", "-n", "1");
		assertThat(this.here.printed()).isEqualToIgnoringNewLines("last");
	}

	@Test
	void refusesAProcessWithoutALog() {
		assertThat(this.here.run(Logs::new, "nobody")).isNotEqualTo(Exit.OK);
		assertThat(this.here.run(Logs::new, "--trace", "")).isEqualTo(Exit.USAGE);
	}

	@Test
	void followsALogInWholeLines() throws IOException {
		Path log = this.here.home().logs().resolve("order-service.log");
		List<String> seen = new ArrayList<>();
		LogFollower follower = LogFollower.fromEnd(log);
		Files.writeString(log, "ha", StandardOpenOption.APPEND);
		follower.poll(seen::add);
		assertThat(seen).isEmpty();
		byte[] umlaut = "lf ü\n".getBytes(StandardCharsets.UTF_8);
		Files.write(log, Arrays.copyOf(umlaut, 4), StandardOpenOption.APPEND);
		follower.poll(seen::add);
		Files.write(log, Arrays.copyOfRange(umlaut, 4, umlaut.length), StandardOpenOption.APPEND);
		Files.writeString(log, "next\n", StandardOpenOption.APPEND);
		follower.poll(seen::add);
		assertThat(seen).containsExactly("half ü", "next");
	}

	private void write(String name, String text) throws IOException {
		Files.writeString(this.here.home().logs().resolve(name), text);
	}

	private static String line(String time, String message, String trace) {
		return """
				{"@timestamp":"2026-11-24T%sZ","log":{"level":"INFO"},"message":"%s","traceId":"%s"}
				""".formatted(time, message, trace);
	}

}
