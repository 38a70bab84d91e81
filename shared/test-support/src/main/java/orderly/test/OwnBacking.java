package orderly.test;

/**
 * The servers of a test with {@code @RealBacking(own = true)}, as a bean that it injects.
 *
 * @param postgres its PostgreSQL
 * @param kafka its Kafka
 */
public record OwnBacking(OwnPostgres postgres, OwnKafka kafka) implements AutoCloseable {

	static OwnBacking started() {
		return new OwnBacking(OwnPostgres.started(), OwnKafka.started());
	}

	@Override
	public void close() {
		this.kafka.close();
		this.postgres.close();
	}

}
