package orderly.lab.client;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxTests {

	private final StubServer stub = new StubServer();

	private final Mailbox mailbox = new Mailbox(new Http(), this.stub.url());

	@AfterEach
	void stop() {
		this.stub.close();
	}

	@Test
	void countsTheMailsOfEachOrder() {
		this.stub.on("GET /mails?orderId=a", 200, "{\"items\":[{},{}]}")
			.on("GET /mails?orderId=b", 200, "{\"items\":[]}");
		assertThat(this.mailbox.mailsTo(List.of("a", "b"))).containsEntry("a", 2).containsEntry("b", 0);
		assertThat(this.mailbox.mailsInAll(List.of("a", "b"))).isEqualTo(2);
	}

	@Test
	void countsWhatWasHeardByItsOutcome() {
		this.stub.on("GET /actuator/prometheus", 200, """
				# TYPE orderly_messages_total counter
				orderly_messages_total{outcome="duplicate",type="order.confirmed.v1"} 3.0
				orderly_messages_total{outcome="handled",type="order.confirmed.v1"} 5.0
				""");
		assertThat(this.mailbox.heard("duplicate")).isEqualTo(3);
		assertThat(this.mailbox.heard("handled")).isEqualTo(5);
	}

}
