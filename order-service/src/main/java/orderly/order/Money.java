package orderly.order;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount as people write it, with as many decimals as its currency has: {@code 12.50}.
 * It is text, so that no reader takes it for a binary fraction.
 */
record Money(String amount, String currency) {

	static Money ofMinor(long minor, String currency) {
		int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
		return new Money(BigDecimal.valueOf(minor, decimals).toPlainString(), currency);
	}

}
