package orderly.contracts;

import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

/**
 * The contract of one event type. What a producer writes must {@link #validate(String)};
 * what a consumer declares must read each of the {@link #examples()}, also those with
 * fields that nobody knows yet.
 */
public final class Contract {

	private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
			(registry) -> registry
				.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

	private final String type;

	private final Schema schema;

	private Contract(String type) {
		this.type = type;
		this.schema = SCHEMAS.getSchema(ContractFiles.read(type + "/schema.json"), InputFormat.JSON);
	}

	/**
	 * Finds a contract.
	 * @param type the CloudEvents type with its major version: {@code order.placed.v1}
	 * @return its contract
	 * @throws IllegalArgumentException where there is none
	 */
	public static Contract of(String type) {
		return new Contract(type);
	}

	/**
	 * Every event type that has a contract.
	 * @return the types, sorted
	 */
	public static List<String> types() {
		return ContractFiles.list("");
	}

	/**
	 * Checks what a producer writes.
	 * @param json the event's data, as it goes over the wire
	 * @throws AssertionError where it breaks the contract, naming each place
	 */
	public void validate(String json) {
		List<Error> errors = this.schema.validate(json, InputFormat.JSON);
		if (!errors.isEmpty()) {
			throw new AssertionError("Not a %s: %s in %s".formatted(this.type, errors, json));
		}
	}

	/**
	 * What a consumer must be able to read.
	 * @return at least two events, as they go over the wire
	 */
	public List<String> examples() {
		String folder = this.type + "/examples";
		return ContractFiles.list(folder).stream().map((name) -> ContractFiles.read(folder + "/" + name)).toList();
	}

}
