package orderly.lab.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BuildsTests {

	private static final Instant BUILT = Instant.parse("2026-11-24T12:00:00Z");

	private final Part part = TestParts.tiny("tiny", 1);

	private final Path root;

	private final Home home;

	/** A tool that checks out may do so into a folder of this name. */
	BuildsTests(@TempDir Path folder) {
		this.root = folder.resolve("target");
		this.home = new Home(this.root, this.root.resolve(".orderly"));
	}

	@BeforeEach
	void aModuleThatIsBuilt() throws IOException {
		for (String source : List.of("pom.xml", "tiny/pom.xml", "tiny/src/main/java/Tiny.java", "shared/pom.xml",
				"shared/chassis/src/main/java/Chassis.java", "shared/chassis/src/test/java/ChassisTests.java")) {
			write(source, BUILT.minusSeconds(10));
		}
		write("tiny/target/tiny.jar", BUILT);
	}

	@Test
	void leavesAloneWhatIsYoungerThanItsSources() {
		assertThat(stale()).isEmpty();
	}

	@Test
	void buildsWhatIsMissing() throws IOException {
		Files.delete(this.root.resolve("tiny/target/tiny.jar"));
		assertThat(stale()).containsExactly("tiny");
	}

	@Test
	void buildsWhatIsOlderThanItsSources() throws IOException {
		write("tiny/src/main/java/Tiny.java", BUILT.plusSeconds(1));
		assertThat(stale()).containsExactly("tiny");
	}

	@Test
	void buildsWhatIsOlderThanTheSharedSources() throws IOException {
		write("shared/chassis/src/main/java/Chassis.java", BUILT.plusSeconds(1));
		assertThat(stale()).containsExactly("tiny");
	}

	@Test
	void doesNotBuildForAChangedTest() throws IOException {
		write("shared/chassis/src/test/java/ChassisTests.java", BUILT.plusSeconds(1));
		assertThat(stale()).isEmpty();
	}

	@Test
	void doesNotBuildForWhatIsInNoService() throws IOException {
		write("shared/backing/src/main/java/Kafka.java", BUILT.plusSeconds(1));
		assertThat(stale()).isEmpty();
	}

	@Test
	void knowsTheAgeOfAJarThatHasTheReproducibleTimestamp() throws IOException {
		write("tiny/target/tiny.jar", BUILT.minusSeconds(3600));
		write("tiny/target/tiny.jar.original", BUILT);
		assertThat(stale()).isEmpty();
	}

	@Test
	void buildsAModuleOnceForAllItsReplicas() throws IOException {
		Files.delete(this.root.resolve("tiny/target/tiny.jar"));
		assertThat(Builds.stale(this.home, List.of(this.part, TestParts.tiny("tiny#2", 2)))).containsExactly("tiny");
	}

	private List<String> stale() {
		return Builds.stale(this.home, List.of(this.part));
	}

	private void write(String file, Instant modified) throws IOException {
		Path path = this.root.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, "");
		Files.setLastModifiedTime(path, FileTime.from(modified));
	}

}
