package orderly.lab.experiments;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import orderly.lab.client.Http;
import orderly.lab.client.Urls;
import orderly.lab.plots.Plot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class TryTests {

	private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

	private static final Lab LAB = Lab.over(new Urls(NOWHERE, NOWHERE), (name) -> NOWHERE, Path.of("nowhere"),
			new ActuatorDriver(new Http(), List.of(), (name) -> List.of(NOWHERE)));

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	private final StringWriter out = new StringWriter();

	@Test
	void aClaimThatHoldsIsExitCode0AndItsEvidenceIsWritten() throws Exception {
		assertThat(run(Optional.of(LAB), new Fake(true), "fake")).isZero();
		JsonNode evidence = JsonMapper.shared().readTree(Files.readString(this.folder.resolve("fake.json")));
		assertThat(evidence.path("verdict").asString()).isEqualTo("holds");
		assertThat(evidence.path("on").path("answer-ms").asInt()).isEqualTo(42);
		assertThat(evidence.path("machine").path("cores").asInt()).isPositive();
		assertThat(evidence.path("plots").path(0).asString()).isEqualTo("fake.svg");
		assertThat(this.folder.resolve("fake.svg")).hasContent("<svg/>");
	}

	@Test
	void aRefutedClaimIsExitCode1() throws Exception {
		assertThat(run(Optional.of(LAB), new Fake(false), "all")).isEqualTo(1);
		assertThat(this.out.toString()).contains("✗ the sky is blue: grey", "fake: REFUTED");
		JsonNode evidence = JsonMapper.shared().readTree(Files.readString(this.folder.resolve("fake.json")));
		assertThat(evidence.path("because").path(0).asString()).contains("the sky is blue");
	}

	@Test
	void listsWhatThereIsAlsoForPrograms() {
		assertThat(run(Optional.empty(), new Fake(true), "--list", "--json")).isZero();
		JsonNode first = JsonMapper.shared().readTree(this.out.toString()).path(0);
		assertThat(first.path("name").asString()).isEqualTo("fake");
		assertThat(first.path("patterns").isArray()).isTrue();
	}

	@Test
	void nothingRunsIsExitCode2() {
		assertThat(run(Optional.empty(), new Fake(true), "fake")).isEqualTo(2);
	}

	@Test
	void whatCannotBeMeasuredIsExitCode2AndNoEvidence() {
		assertThat(run(Optional.of(LAB), new Fake(true) {
			@Override
			public Measured on(Lab lab) {
				lab.gateway().stock();
				return super.on(lab);
			}
		}, "fake")).isEqualTo(2);
		assertThat(this.out.toString()).contains("NOT MEASURED", "Nothing answers at");
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void tooLittleMemoryIsNotMeasured() {
		assertThat(run(Optional.of(LAB), new Fake(true) {
			@Override
			public int memoryMegabytes() {
				return Integer.MAX_VALUE;
			}
		}, "fake")).isEqualTo(2);
	}

	@Test
	void withoutItsPatternItHasEvidenceOfItsOwnAndNoPicture() throws Exception {
		assertThat(run(Optional.of(LAB), new Fake(false) {
			@Override
			public List<Pattern> patterns() {
				return List.of(Pattern.ownChoice("async"));
			}
		}, "fake", "--without", "async")).isEqualTo(1);
		Path written = this.folder.resolve("fake.without-async.json");
		assertThat(JsonMapper.shared().readTree(Files.readString(written)).path("without").asString())
			.isEqualTo("async");
		assertThat(this.folder.toFile().list()).containsExactly("fake.without-async.json");
	}

	@Test
	void allGoOnAfterOneThatIsNotMeasured() {
		Fake broken = new Fake(true) {
			@Override
			public Measured on(Lab lab) {
				throw new NotMeasuredException("It rains.");
			}
		};
		Try command = new Try(List.of(broken, new Fake(true)), () -> Optional.of(LAB), this.folder);
		int exit = new CommandLine(command).setOut(new PrintWriter(this.out))
			.execute("all", "--evidence", this.folder.toString());
		assertThat(exit).isEqualTo(2);
		assertThat(this.out.toString()).contains("fake: NOT MEASURED", "fake: HOLDS");
		assertThat(this.out.toString().lines().toList()).endsWith("fake: NOT MEASURED after 0 s", "  It rains.",
				"fake: HOLDS after 0 s");
	}

	@Test
	void refusesToSwitchOffWhatIsNotThere() {
		assertThat(run(Optional.of(LAB), new Fake(true), "fake", "--without", "retry")).isEqualTo(2);
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void anExperimentThatChecksNothingHasNotMeasured() {
		assertThat(Verdict.of(List.of())).isInstanceOf(Verdict.NotMeasured.class);
	}

	private int run(Optional<Lab> lab, Experiment experiment, String... words) {
		Try command = new Try(List.of(experiment), () -> lab, this.folder);
		CommandLine line = new CommandLine(command).setOut(new PrintWriter(this.out));
		String[] all = Stream.concat(Stream.of(words), Stream.of("--evidence", this.folder.toString()))
			.toArray(String[]::new);
		return line.execute(all);
	}

	private static class Fake implements Experiment {

		private final boolean held;

		Fake(boolean held) {
			this.held = held;
		}

		@Override
		public String name() {
			return "fake";
		}

		@Override
		public String chapter() {
			return "00 Nothing";
		}

		@Override
		public String claim() {
			return "The sky is blue.";
		}

		@Override
		public int memoryMegabytes() {
			return 1;
		}

		@Override
		public Prediction prediction() {
			return new Prediction("Is it?", List.of("yes", "no"), 0);
		}

		@Override
		public Measured on(Lab lab) {
			return new Measured(Map.of("answer-ms", 42), List.of(new Finding("the sky is blue", this.held, "grey")),
					List.of(new Plot("fake", "<svg/>")));
		}

	}

}
