package orderly.lab.experiments;

import java.nio.file.Path;

import orderly.lab.experiments.oneorder.OneOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SourceTests {

	@Test
	void hashesTheExperimentsOwnPackage() {
		Source source = Source.of(new OneOrder(), Path.of("..").toAbsolutePath().normalize());
		assertThat(source.sha256()).matches("[0-9a-f]{64}");
	}

	@Test
	void knowsNothingWhereNoSourceIs(@TempDir Path folder) {
		assertThat(Source.of(new OneOrder(), folder)).isEqualTo(new Source(null, true, null));
	}

}
