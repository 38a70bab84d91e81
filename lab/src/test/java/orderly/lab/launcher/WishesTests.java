package orderly.lab.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

import orderly.lab.LabException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WishesTests {

	private final List<Part> parts = new Topology(0).parts();

	@Test
	void leaveAServiceToItsDeveloperAndStartTheOthers() {
		Wishes wishes = wish("--except", "order-service");
		assertThat(wishes.ours(this.parts)).extracting(Part::name)
			.contains("gateway", "inventory-service", "kafka")
			.doesNotContain("order-service");
	}

	@Test
	void arePassedOnToTheSupervisorAsTheyWereSaid() {
		String[] said = { "--except", "order-service", "--debug", "payment-service=5005" };
		assertThat(wish(said).arguments()).containsExactly(said);
	}

	@Test
	void aDebuggerListensOnTheLoopbackAndHoldsNothingUp() {
		assertThat(Wishes.debugger(5005)).containsExactlyEntriesOf(Map.of("JAVA_TOOL_OPTIONS",
				"-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:5005"));
	}

	@Test
	void refuseWhatIsNoServiceOfOurs() {
		assertThatExceptionOfType(LabException.class).isThrownBy(() -> wish("--except", "kafka").check(this.parts))
			.withMessageContaining("kafka");
		assertThatExceptionOfType(LabException.class).isThrownBy(() -> wish("--debug", "tea=5005").check(this.parts))
			.withMessageContaining("tea")
			.satisfies((refused) -> assertThat(refused.getMessage()).doesNotContain("kafka"));
	}

	@Test
	void refuseAPortForTheDebuggerThatIsNoneOrAnotherServices() {
		assertThatExceptionOfType(LabException.class)
			.isThrownBy(() -> wish("--debug", "order-service=99999").check(this.parts))
			.withMessageContaining("names no port");
		assertThatExceptionOfType(LabException.class)
			.isThrownBy(() -> wish("--debug", "order-service=8082").check(this.parts))
			.withMessageContaining("inventory-service");
	}

	@Test
	void refuseAPortForTheDebuggerThatIsTaken() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Wishes wishes = wish("--debug", "payment-service=" + taken.getLocalPort());
			assertThatExceptionOfType(LabException.class).isThrownBy(() -> wishes.check(this.parts))
				.withMessageContaining("the debugger of payment-service")
				.withMessageContaining("" + taken.getLocalPort());
		}
	}

	@Test
	void nothingIsRefusedWhereNothingIsWished() {
		assertThatCode(() -> wish().check(this.parts)).doesNotThrowAnyException();
	}

	@Test
	void whoeverStartsAServiceHimselfIsToldTheSettings() {
		StringWriter out = new StringWriter();
		new Handover(List.of(Part.named("order-service", this.parts))).print(new PrintWriter(out, true));
		assertThat(out.toString()).contains("order-service is left to you", "SERVER_PORT=8081",
				"SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:15432/orders");
	}

	private static Wishes wish(String... words) {
		Wishes wishes = new Wishes();
		new CommandLine(new Command(wishes)).parseArgs(words);
		return wishes;
	}

	@CommandLine.Command
	private record Command(@CommandLine.Mixin Wishes wishes) {
	}

}
