package orderly.lab.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import orderly.backing.Ports;
import orderly.backing.ProcessMark;
import orderly.lab.LabException;
import orderly.lab.launcher.Part.Kind;
import orderly.lab.launcher.RunState.Child;
import orderly.lab.launcher.RunState.ChildState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class SupervisorTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final List<String> progress = new CopyOnWriteArrayList<>();

	private final int port = Ports.free();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@SuppressWarnings("NullAway.Init")
	Home home;

	@Nullable Supervisor supervisor;

	@BeforeEach
	void packTheService() throws IOException {
		this.home = new Home(this.folder.resolve("quellen äöü"), this.folder.resolve("ein zustand"));
		TinyService.pack(this.home, "tiny");
	}

	@AfterEach
	void end() {
		if (this.supervisor != null) {
			List<Child> before = this.supervisor.snapshot().processes();
			this.supervisor.close();
			assertThat(before).noneMatch((child) -> child.mark() != null && child.mark().isAlive());
		}
	}

	@Test
	void startsRealBackingServicesBeforeTheServiceThatNeedsThem() {
		Topology topology = new Topology(Ports.free() - 19093);
		up(topology,
				List.of(Part.backing("kafka", Kind.KAFKA, Ports.free()),
						Part.backing("postgres", Kind.POSTGRES, Ports.free()),
						TestParts.tiny("tiny", this.port, "kafka", "postgres")));
		assertThat(this.progress).hasSize(3).last().asString().contains("tiny", "ready after", "port " + this.port);
		assertThat(RunFile.read(this.home).orElseThrow().processes()).extracting(Child::state)
			.containsOnly(ChildState.READY);
	}

	@Test
	void bringsAKilledProcessBack() {
		Supervisor running = up(TestParts.tiny("tiny", this.port));
		ProcessMark first = mark();
		running.interventions().kill("tiny");
		assertThat(child().state()).isEqualTo(ChildState.KILLED);
		assertThat(first.isAlive()).isFalse();
		running.interventions().start("tiny");
		assertThat(child().state()).isEqualTo(ChildState.READY);
		assertThat(Http.status("http://127.0.0.1:" + this.port)).isEqualTo(200);
	}

	@Test
	void replacesAProcessOnRestart() {
		Supervisor running = up(TestParts.tiny("tiny", this.port));
		ProcessMark first = mark();
		running.interventions().restart("tiny");
		assertThat(mark().pid()).isNotEqualTo(first.pid());
	}

	@Test
	void doesNotWaitForAnEdgeThatIsDown() throws IOException {
		TinyService.pack(this.home, "order-service");
		TinyService.pack(this.home, "gateway");
		Supervisor running = up(new Topology(0),
				List.of(TestParts.tiny("order-service", this.port), TestParts.tiny("gateway", Ports.free())));
		running.interventions().kill("gateway");
		running.interventions().restart("order-service");
		assertThat(running.snapshot().process("order-service").state()).isEqualTo(ChildState.READY);
	}

	@Test
	void addsReplicasAndForgetsThem() {
		int first = Stream.generate(Ports::free)
			.filter((free) -> IntStream.of(10, 20, 80).allMatch((more) -> Ports.isFree(free + more)))
			.findFirst()
			.orElseThrow();
		Supervisor running = up(TestParts.service("tiny", first));
		running.interventions().scale("tiny", 3);
		assertThat(names()).containsExactly("tiny", "tiny#2", "tiny#3");
		assertThat(Http.status("http://127.0.0.1:" + (first + 20))).isEqualTo(200);
		running.interventions().kill("tiny#2");
		running.interventions().scale("tiny", 2);
		assertThat(names()).containsExactly("tiny", "tiny#2");
		assertThat(Http.status("http://127.0.0.1:" + (first + 10))).isEqualTo(200);
		assertThat(Ports.isFree(first + 20)).isTrue();
		running.interventions().start("tiny#9");
		running.interventions().withdraw("tiny#2");
		assertThat(names()).containsExactly("tiny", "tiny#9");
	}

	@Test
	void refusesAReplicaOfWhatThereIsOneOnly() {
		Supervisor running = up(TestParts.tiny("tiny", this.port));
		assertThatExceptionOfType(LabException.class).isThrownBy(() -> running.interventions().start("tiny#2"))
			.withMessage("Of tiny there is one only.");
	}

	@Test
	void freezesAProcessAndLetsItGoOn() {
		Supervisor running = up(TestParts.tiny("tiny", this.port));
		running.interventions().pause("tiny");
		assertThat(child().state()).isEqualTo(ChildState.PAUSED);
		running.interventions().resume("tiny");
		assertThat(Http.status("http://127.0.0.1:" + this.port)).isEqualTo(200);
	}

	@Test
	void endsAFrozenProcess() {
		Supervisor running = up(TestParts.tiny("tiny", this.port));
		ProcessMark frozen = mark();
		running.interventions().pause("tiny");
		running.close();
		assertThat(frozen.isAlive()).isFalse();
	}

	@Test
	void reportsAProcessThatDiedByItself() {
		up(TestParts.tiny("tiny", this.port));
		mark().find().orElseThrow().destroyForcibly();
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(child().state()).isEqualTo(ChildState.DIED));
		assertThat(this.progress).last().asString().contains("tiny died by itself", "tiny.log", "./orderly start tiny");
	}

	@Test
	void writesThatAProcessDiedAsSoonAsTheDiskTakesIt() throws IOException {
		Supervisor running = up(TestParts.tiny("tiny", this.port));
		ProcessMark mark = mark();
		Path obstacle = this.home.runFile().resolve("no file can replace a folder that is not empty");
		Files.delete(this.home.runFile());
		Files.createDirectories(obstacle);
		mark.find().orElseThrow().destroyForcibly();
		await().atMost(PATIENCE).until(() -> running.snapshot().process("tiny").state() == ChildState.DIED);
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.progress).last().asString().startsWith("Cannot write"));
		Files.delete(obstacle);
		Files.delete(this.home.runFile());
		await().atMost(PATIENCE).until(() -> Files.isRegularFile(this.home.runFile()));
		assertThat(child().state()).isEqualTo(ChildState.DIED);
		try (Stream<Path> files = Files.list(this.home.state())) {
			assertThat(files).noneMatch((file) -> file.toString().endsWith(".tmp"));
		}
	}

	@Test
	void quotesTheLogOfAProcessThatDoesNotStartAndEndsTheOthers() throws IOException {
		TinyService.pack(this.home, "broken");
		Part broken = TestParts.tiny("broken", Ports.free(), Map.of("BROKEN", "yes"), "tiny");
		assertThatExceptionOfType(LabException.class)
			.isThrownBy(() -> up(new Topology(0), List.of(TestParts.tiny("tiny", this.port), broken)))
			.withMessageContaining("broken ended while it was starting")
			.withMessageContaining("no such table: orders")
			.withMessageContaining(this.home.logs().resolve("broken.log").toString());
		assertThat(Ports.isFree(this.port)).isTrue();
	}

	@Test
	void endsInTheMiddleOfAStartWithoutAnAlarm() throws IOException {
		TinyService.pack(this.home, "sleepy");
		Part sleepy = TestParts.tiny("sleepy", Ports.free(), Map.of("SLEEPY", "yes"), "tiny");
		Supervisor starting = supervisor(new Topology(0), List.of(TestParts.tiny("tiny", this.port), sleepy));
		CompletableFuture<Boolean> served = CompletableFuture.supplyAsync(starting::up);
		await().atMost(PATIENCE).until(() -> starting.snapshot().process("sleepy").mark() != null);
		CompletableFuture
			.allOf(CompletableFuture.runAsync(starting::close), CompletableFuture.runAsync(starting::close))
			.join();
		assertThat(served.join()).isFalse();
		assertThat(this.progress).map((line) -> line.strip().split("after")[0].replaceAll(" +", " "))
			.containsExactly("tiny ready ", "sleepy stopped ", "tiny stopped ");
	}

	@Test
	void namesTheProcessThatHasThePort() throws IOException {
		up(TestParts.tiny("tiny", this.port));
		assertThatExceptionOfType(LabException.class).isThrownBy(() -> TakenPort.refuse("gateway", this.port))
			.withMessageContaining("Port " + this.port + ", where gateway wants to serve, is taken")
			.satisfies((ex) -> {
				if (Files.exists(Path.of("/proc/net/tcp"))) {
					assertThat(ex).hasMessageContaining("process " + mark().pid());
				}
			});
	}

	@Test
	void endsWhatAKilledSupervisorLeftButNoStranger() {
		RunState state = up(TestParts.tiny("tiny", this.port)).snapshot();
		ProcessMark left = mark();
		requireNonNull(this.supervisor).forget();
		ProcessMark stranger = TestHome.ANOTHER;
		RunFile.write(this.home,
				new RunState(state.phase(), state.since(), 0, stranger, state.control(), state.token(), state.logs(),
						List.of(new Child("tiny", ChildState.READY, this.port, left),
								new Child("gateway", ChildState.READY, this.port, stranger))));
		assertThat(Leftovers.end(this.home)).containsExactly("tiny");
		assertThat(left.isAlive()).isFalse();
		assertThat(RunFile.read(this.home)).isEmpty();
	}

	private Supervisor up(Part part) {
		return up(new Topology(0), List.of(part));
	}

	private Supervisor up(Topology topology, List<Part> parts) {
		Supervisor started = supervisor(topology, parts);
		started.up();
		return started;
	}

	private Supervisor supervisor(Topology topology, List<Part> parts) {
		Supervisor made = new Supervisor(topology, parts, this.home, "secret", this.progress::add);
		this.supervisor = made;
		return made;
	}

	private List<String> names() {
		return RunFile.read(this.home).orElseThrow().processes().stream().map(Child::name).toList();
	}

	private Child child() {
		return RunFile.read(this.home).orElseThrow().process("tiny");
	}

	private ProcessMark mark() {
		return requireNonNull(child().mark());
	}

}
