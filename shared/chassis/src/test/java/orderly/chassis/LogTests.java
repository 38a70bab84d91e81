package orderly.chassis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class LogTests {

	@Test
	void nameTheTraceOnTheConsoleAndInTheFile(@TempDir Path folder, CapturedOutput console) throws IOException {
		Path file = folder.resolve("sample.json");
		String traceId;
		try (ConfigurableApplicationContext service = new SpringApplicationBuilder(SampleService.class)
			.run("--server.port=0", "--logging.file.name=" + file)) {
			int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
			traceId = String.valueOf(new Http(port).get("/broken").header("X-Trace-Id"));
		}
		assertThat(console.getOut()).contains("[" + traceId + "]");
		JsonNode line = Files.readAllLines(file)
			.stream()
			.map(new JsonMapper()::readTree)
			.filter((entry) -> entry.at("/message").asString().equals("GET /broken -> 500"))
			.findFirst()
			.orElseThrow();
		assertThat(line.at("/traceId").asString()).isEqualTo(traceId);
		assertThat(line.at("/service/name").asString()).isEqualTo("sample-service");
		assertThat(line.at("/error/stack_trace").asString()).contains("secret");
	}

}
