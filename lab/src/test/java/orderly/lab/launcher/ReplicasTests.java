package orderly.lab.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReplicasTests {

	private final Units units;

	private final Replicas replicas;

	ReplicasTests(@TempDir Path folder) {
		Starter starter = new Starter(new Topology(0), new TestHome(folder).home());
		this.units = new Units(List.of(TestParts.service("tiny", 1)), List.of(),
				(part) -> new Unit(part, starter, (_) -> {
				}));
		this.replicas = new Replicas(this.units, (_) -> {
		});
	}

	@Test
	void whatIsWithdrawnForgetsItsSettingsWhereItCannotBeForgotten() {
		Unit first = this.units.named("tiny");
		Part before = first.part();
		first.become(before.with(Map.of("SERVE", "2")));
		this.replicas.withdraw(first);
		assertThat(this.units.all()).containsExactly(first);
		assertThat(first.part()).isEqualTo(before);
	}

}
