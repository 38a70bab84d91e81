package orderly.provider;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The payment methods: what each does to the ledger, and to the one who asks.
 */
enum Card {

	/** Captured. */
	OK("card-ok"),

	/** Declined. */
	DECLINED("card-declined"),

	/** Captured on arrival, but the first answer comes late. */
	TIMEOUT("card-timeout"),

	/** Captured on arrival, but the first connection closes without an answer. */
	LOST("card-lost");

	/** Three times what payment-service waits for an answer. */
	static final Duration LATE = Duration.ofSeconds(3);

	private final String method;

	Card(String method) {
		this.method = method;
	}

	static Optional<Card> of(String method) {
		return Arrays.stream(values()).filter((card) -> card.method.equals(method)).findFirst();
	}

	Entry.Kind outcome() {
		return (this == DECLINED) ? Entry.Kind.DECLINE : Entry.Kind.CHARGE;
	}

	Answer firstAnswer(Answer answer) {
		return switch (this) {
			case OK, DECLINED -> answer;
			case TIMEOUT -> answer.after(LATE);
			case LOST -> answer.lost();
		};
	}

}
