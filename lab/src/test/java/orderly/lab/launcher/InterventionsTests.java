package orderly.lab.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import orderly.lab.LabException;
import orderly.lab.client.StubServer;
import orderly.lab.launcher.RunState.ChildState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InterventionsTests {

	private final Home home;

	private final Units units;

	private final Interventions interventions;

	InterventionsTests(@TempDir Path folder) {
		this.home = new TestHome(folder).home();
		Starter starter = new Starter(new Topology(0), this.home);
		this.units = new Units(List.of(TestParts.service("tiny", 1), Part.backing("postgres", Part.Kind.POSTGRES, 2)),
				List.of(), (part) -> new Unit(part, starter, (_) -> {
				}));
		this.interventions = new Interventions(this.home, this.units, () -> new Edge(List.of()), (_) -> {
		}, () -> {
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "kill", "pause", "resume", "stop", "start", "restart", "withdraw", "serve" })
	void areRefusedForWhatWasLeftToSomebodyElse(String word) {
		this.units.named("tiny").enter(ChildState.EXTERNAL);
		assertThatExceptionOfType(LabException.class).isThrownBy(() -> intervene(word).accept("tiny"))
			.withMessageContaining((word.equals("serve")) ? "Only order-service" : "tiny was left to you");
		assertThat(this.units.named("tiny").state()).isEqualTo(ChildState.EXTERNAL);
	}

	@Test
	void freezeNoDatabaseWhoseOtherProcessesWouldGoOn() {
		assertThatExceptionOfType(LabException.class).isThrownBy(() -> this.interventions.pause("postgres"))
			.withMessageContaining("./orderly kill postgres");
	}

	@Test
	void countsWhatWasLeftToSomebodyElseWhenItScales() {
		this.units.named("tiny").enter(ChildState.EXTERNAL);
		this.interventions.scale("tiny", 1);
		assertThat(this.units.named("tiny").state()).isEqualTo(ChildState.EXTERNAL);
	}

	@Test
	void tellsAProcessThePoliciesThatWereSwitched() {
		Folders.make(this.home.state());
		new WantedPolicies(Map.of()).with("retry", false).write(this.home);
		try (StubServer process = new StubServer()) {
			WantedPolicies.of(this.home).tell(process.url().toString());
			assertThat(process.seen()).containsExactly("POST /actuator/policies/retry {\"state\":\"off\"}");
		}
	}

	private Consumer<String> intervene(String word) {
		return switch (word) {
			case "kill" -> this.interventions::kill;
			case "pause" -> this.interventions::pause;
			case "resume" -> this.interventions::resume;
			case "stop" -> this.interventions::stop;
			case "start" -> this.interventions::start;
			case "restart" -> this.interventions::restart;
			case "withdraw" -> this.interventions::withdraw;
			default -> (name) -> this.interventions.serve(name, "1");
		};
	}

}
