package orderly.lab.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemonstrationTests {

	@Test
	void isTheSameInAContainer() throws IOException {
		assertThat(Files.readString(Path.of("../Dockerfile"))).contains(Demonstration.FLAGS);
	}

}
