package orderly.lab.experiments.oneorder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import orderly.lab.experiments.NotMeasuredException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LogFilesTests {

	@Test
	void countsTheLinesOfATraceInAllReplicas(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("order-service.json"), """
				{"@timestamp":"2026-11-24T13:00:00Z","message":"placed","traceId":"abc","spanId":"1"}
				{"message":"another","traceId":"abd"}
				{"message":"speaks of abc","traceId":"xyz"}
				half a line abc
				""");
		Files.writeString(folder.resolve("order-service#2.json"), "{\"message\":\"m\",\"trace\":{\"id\":\"abc\"}}\n");
		LogFiles files = new LogFiles(folder);
		assertThat(files.linesOf("order-service", "abc")).isEqualTo(2);
		assertThat(files.linesOf("payment-service", "abc")).isZero();
	}

	@Test
	void measuresNothingWhereNoFolderIs() {
		assertThatExceptionOfType(NotMeasuredException.class)
			.isThrownBy(() -> new LogFiles(Path.of("nowhere")).linesOf("gateway", "abc"));
	}

}
