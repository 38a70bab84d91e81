package orderly.provider;

import orderly.provider.Merchant.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalTests extends ProviderTest {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			`x`, 400, ``
			`null`, 400, ``
			`{"amountMinor":"1250","currency":"EUR","method":"card-ok"}`, 400, amountMinor
			`{"amountMinor":12.5,"currency":"EUR","method":"card-ok"}`, 400, amountMinor
			`{"amountMinor":1250,"currency":"EUR","method":"card-ok","tip":1}`, 400, tip
			`{"currency":"EUR","method":"card-ok"}`, 422, amountMinor
			`{"amountMinor":-1,"currency":"EUR","method":"card-ok"}`, 422, amountMinor
			`{"amountMinor":1250,"currency":"USD","method":"card-ok"}`, 422, currency
			`{"amountMinor":1250,"currency":"EUR","method":"card-gold"}`, 422, method
			""")
	void namesTheFieldThatIsWrong(String body, int status, String field) throws Exception {
		Reply reply = merchant.put("/charges/" + this.orderId, body);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.field()).isEqualTo(field);
		assertThat(merchant.ledger(this.orderId)).isEmpty();
	}

	@Test
	void refusesAnotherAmountForAKnownOrder() throws Exception {
		merchant.charge(this.orderId, "card-ok");
		Reply reply = merchant.put("/charges/" + this.orderId,
				"{\"amountMinor\":1,\"currency\":\"EUR\",\"method\":\"card-ok\"}");
		assertThat(reply.status()).isEqualTo(422);
		assertThat(reply.field()).isEqualTo("amountMinor");
	}

	@Test
	void refusesWhatItDoesNotSpeak() throws Exception {
		assertThat(merchant.get("/charges/17").field()).isEqualTo("orderId");
		assertThat(merchant.get("/charges/" + this.orderId).status()).isEqualTo(404);
		assertThat(merchant.get("/ledger").field()).isEqualTo("orderId");
		assertThat(merchant.get("/nothing").status()).isEqualTo(404);
		assertThat(merchant.send("POST", "/charges/" + this.orderId, "application/json", "{}").status()).isEqualTo(405);
		assertThat(merchant.send("PUT", "/charges/" + this.orderId, "text/plain", "{}").status()).isEqualTo(415);
		assertThat(merchant.put("/charges/" + this.orderId, " ".repeat(20_000)).status()).isEqualTo(413);
	}

}
