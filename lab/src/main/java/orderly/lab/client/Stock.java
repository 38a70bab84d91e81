package orderly.lab.client;

/** The pieces of one sku: on the shelf, held for an order, sold. */
public record Stock(String sku, int available, int held, int sold) {

	/** Every piece there is; no order changes it. */
	public int all() {
		return available + held + sold;
	}

}
