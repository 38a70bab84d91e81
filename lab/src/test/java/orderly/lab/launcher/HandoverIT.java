package orderly.lab.launcher;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import orderly.backing.Ports;
import orderly.lab.experiments.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service is left to somebody's IDE: the system begins without it, and it joins. A
 * debugger can attach to another one.
 */
class HandoverIT {

	private static final String LEFT = "inventory-service";

	/**
	 * Ends in a 5, unlike that of any other system: two that are up at once have no port
	 * in common.
	 */
	private static final int OFFSET = 2005;

	private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60), Duration.ofMillis(200));

	private static final String GREETING = "JDWP-Handshake";

	private final int debugPort = Ports.free();

	private final Home home = Home.in(Path.of("target", "handover"));

	@BeforeEach
	void begin() {
		Folders.delete(this.home.state());
	}

	@Test
	void whatWasLeftOutJoinsAndADebuggerIsHeard() throws Exception {
		try (OrderlySystem system = OrderlySystem.prepare(this.home, OFFSET, wishes(), (_) -> {
		}, null)) {
			assertThat(system.up()).isTrue();
			assertThat(greetedByDebuggee()).isEqualTo(GREETING);
			String stock = system.state().gateway() + "/api/v1/stock/TEA-001";
			assertThat(Http.status(stock)).isEqualTo(503);
			assertThat(Report.of(system.state()).isWell()).isFalse();
			Process byHand = startByHand();
			try {
				assertThat(PATIENCE.until(() -> Http.status(stock), (status) -> status == 200)).isEqualTo(200);
				assertThat(Report.of(system.state()).isWell()).isTrue();
				assertThat(FirstOrder.place(system.state().gateway())).as("is confirmed").isPresent();
			}
			finally {
				byHand.destroy();
				byHand.waitFor();
			}
		}
	}

	/** As an IDE does, knowing nothing but the settings. */
	private Process startByHand() throws IOException {
		Part left = Part.named(LEFT, new Topology(OFFSET).parts());
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		File log = this.home.logs().resolve(LEFT + ".log").toFile();
		ProcessBuilder process = new ProcessBuilder(List.of(java, "-jar", Builds.jar(this.home, left).toString()))
			.redirectErrorStream(true)
			.redirectOutput(log);
		process.environment().putAll(left.environment());
		return process.start();
	}

	/** How a conversation between debugger and JVM begins (JDWP). */
	private String greetedByDebuggee() throws IOException {
		try (Socket debugger = new Socket(InetAddress.getLoopbackAddress(), this.debugPort)) {
			debugger.getOutputStream().write(GREETING.getBytes(StandardCharsets.US_ASCII));
			return new String(debugger.getInputStream().readNBytes(GREETING.length()), StandardCharsets.US_ASCII);
		}
	}

	private Wishes wishes() {
		Command command = new Command();
		new CommandLine(command).parseArgs("--except", LEFT, "--debug", "payment-service=" + this.debugPort);
		return command.wishes;
	}

	@CommandLine.Command
	private static final class Command {

		@CommandLine.Mixin
		private final Wishes wishes = new Wishes();

	}

}
