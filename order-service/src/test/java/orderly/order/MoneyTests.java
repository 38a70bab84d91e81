package orderly.order;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MoneyTests {

	@ParameterizedTest
	@CsvSource({ "1250, EUR, 12.50", "5, EUR, 0.05", "100000000, EUR, 1000000.00", "1250, JPY, 1250",
			"1250, KWD, 1.250" })
	void hasAsManyDecimalsAsItsCurrency(long minor, String currency, String amount) {
		assertThat(Money.ofMinor(minor, currency)).isEqualTo(new Money(amount, currency));
	}

}
