package orderly.payment;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import orderly.test.RealBacking;
import org.junit.jupiter.api.AfterEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service with the real broker, the real database and the real provider; each
 * test has an order of its own.
 */
@RealBacking(database = "payments")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Surroundings.class)
abstract class PaymentServiceTest {

	final UUID orderId = Generators.timeBasedEpochGenerator().generate();

	@Autowired
	Neighbours neighbours;

	@Autowired
	Books books;

	@Autowired
	Gate gate;

	/** Neither for a charge, nor for a void, nor for a refund, whoever asks. */
	@AfterEach
	void theProviderIsNotCalledInATransaction() {
		assertThat(this.gate.callsInTransactions()).isEmpty();
	}

}
