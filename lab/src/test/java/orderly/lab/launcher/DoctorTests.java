package orderly.lab.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.IntStream;

import orderly.backing.Ports;
import orderly.lab.Exit;
import orderly.lab.LabException;
import orderly.lab.client.StubServer;
import orderly.lab.launcher.RunState.Child;
import orderly.lab.launcher.RunState.ChildState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DoctorTests {

	private final int offset = IntStream.generate(() -> Ports.free() - 8080)
		.filter((each) -> new Topology(each).all().stream().allMatch((part) -> Ports.isFree(part.port())))
		.findFirst()
		.orElseThrow();

	private final TestHome here;

	DoctorTests(@TempDir Path folder) {
		this.here = new TestHome(folder);
	}

	@Test
	void namesThePortThatIsTakenAndWhoHasIt() throws IOException {
		try (ServerSocket taken = new ServerSocket(8081 + this.offset, 1, InetAddress.getLoopbackAddress())) {
			assertThat(doctor("--port-offset", "" + this.offset)).isEqualTo(Exit.FAILED);
			assertThat(this.here.printed().lines().filter((line) -> line.startsWith("  problem"))).singleElement()
				.asString()
				.contains("Port " + taken.getLocalPort() + ", where order-service wants to serve, is taken");
		}
	}

	@Test
	void saysThatAllPortsAreFreeAndThatNothingRuns() {
		doctor("--port-offset", "" + this.offset);
		assertThat(this.here.printed()).contains("all 12 are free with --port-offset " + this.offset)
			.contains("nothing runs here");
	}

	@Test
	void takesThePortsOfTheSystemThatRunsForItsOwn() throws IOException {
		try (ServerSocket own = new ServerSocket(8081 + this.offset, 1, InetAddress.getLoopbackAddress());
				ServerSocket strange = new ServerSocket(8082 + this.offset, 1, InetAddress.getLoopbackAddress())) {
			this.here.runs(this.offset, TestHome.ready("order-service", own.getLocalPort()),
					new Child("inventory-service", ChildState.KILLED, strange.getLocalPort(), null));
			assertThat(doctor()).isEqualTo(Exit.FAILED);
			assertThat(this.here.printed()).contains("where inventory-service wants to serve, is taken")
				.doesNotContain("where order-service");
		}
	}

	@Test
	void answersInJson() {
		doctor("--json", "--port-offset", "" + this.offset);
		JsonNode answer = JsonMapper.shared().readTree(this.here.printed());
		assertThat(answer.path("checks").valueStream().map((check) -> check.path("subject").asString()))
			.containsExactly("system", "JDK", "ports", "memory", "disk", "jars", "PostgreSQL");
		assertThat(answer.path("ok").asBoolean())
			.isEqualTo(answer.path("checks").valueStream().allMatch((check) -> check.path("ok").asBoolean()));
	}

	@Test
	void runsThePostgresThatTheSystemWouldRun() {
		assertThat(Requirements.postgres()).startsWith("postgres (PostgreSQL) 1");
	}

	@Test
	void wantsAJdkOfTheRightRelease() {
		Path here = Path.of(System.getProperty("java.home"));
		assertThat(Requirements.jdk(here, 25)).contains(here.toString());
		assertThatExceptionOfType(LabException.class).isThrownBy(() -> Requirements.jdk(here, 21))
			.withMessageContaining("Install a JDK 25");
		assertThatExceptionOfType(LabException.class).isThrownBy(() -> Requirements.jdk(this.here.home().root(), 25))
			.withMessageContaining("is Java 25 without a compiler");
	}

	@Test
	void wantsMemoryThatTheSystemHasNotTakenYet() {
		assertThat(Requirements.memory(4000, false)).isEqualTo("4000 MB are free; Orderly takes about 2000 MB");
		assertThat(Requirements.memory(300, true)).startsWith("300 MB are free");
		assertThatExceptionOfType(LabException.class).isThrownBy(() -> Requirements.memory(300, false))
			.withMessageContaining("Only 300 MB are free");
	}

	@Test
	void saysWhetherTheRepositoryAnswers() {
		try (StubServer repository = new StubServer().on("GET /maven2/", 200, "").on("GET /proxy/", 407, "")) {
			assertThat(Requirements.repository(repository.url() + "/maven2/")).endsWith("answers");
			assertThatExceptionOfType(LabException.class)
				.isThrownBy(() -> Requirements.repository(repository.url() + "/proxy/"))
				.withMessageContaining("answers 407")
				.withMessageContaining("settings.xml");
		}
		assertThatExceptionOfType(LabException.class)
			.isThrownBy(() -> Requirements.repository("http://127.0.0.1:%d/maven2/".formatted(Ports.free())))
			.withMessageContaining("does not answer");
	}

	private int doctor(String... arguments) {
		return this.here.run((home) -> new Doctor(Home.in(home.state())), arguments);
	}

}
