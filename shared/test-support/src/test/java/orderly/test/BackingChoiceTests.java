package orderly.test;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BackingChoiceTests {

	@Test
	void takesContainersByItselfWhereTheyCanStart() {
		assertThat(BackingChoice.of("auto", Optional::empty)).hasToString(
				"Where a test may have either, PostgreSQL and Kafka are containers here: Docker answers and has the images.");
	}

	@Test
	void takesProcessesByItselfWhereContainersCannotStart() {
		assertThat(BackingChoice.of("auto", () -> Optional.of("Docker does not answer"))).hasToString(
				"Where a test may have either, PostgreSQL and Kafka are local processes here: Docker does not answer.");
	}

	@Test
	void doesNotLookForDockerWhereProcessesAreAskedFor() {
		BackingChoice choice = BackingChoice.of("local", () -> {
			throw new AssertionError("asked for Docker");
		});
		assertThat(choice.containers()).isFalse();
	}

	@Test
	void failsWhereContainersAreAskedForAndCannotStart() {
		assertThatThrownBy(() -> BackingChoice.of("containers", () -> Optional.of("Docker does not answer")))
			.hasMessage("-Dorderly.test.backing=containers is not possible: Docker does not answer."
					+ " Put that right, or ask for local.");
		assertThat(BackingChoice.of("containers", Optional::empty).containers()).isTrue();
	}

	@Test
	void refusesAnythingElse() {
		assertThatThrownBy(() -> BackingChoice.of("docker", Optional::empty))
			.hasMessageContaining("none of auto, local, containers");
	}

}
