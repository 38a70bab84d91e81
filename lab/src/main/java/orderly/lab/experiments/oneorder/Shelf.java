package orderly.lab.experiments.oneorder;

import orderly.lab.client.Gateway;
import orderly.lab.client.Stock;

/**
 * The two skus that the experiment has for itself: one that sells, one that is empty;
 * both are put back at the end.
 */
class Shelf implements AutoCloseable {

	static final String SOLD = "ACC-005";

	static final String EMPTY = "ACC-003";

	private static final int PLENTY = 200;

	// what the catalogue starts with: puts right what a killed experiment left empty
	private static final int USUAL = 40;

	private final Gateway gateway;

	private final Stock soldBefore;

	private final Stock emptyBefore;

	private Shelf(Gateway gateway) {
		this.gateway = gateway;
		this.emptyBefore = gateway.stock(EMPTY);
		int available = gateway.stock(SOLD).available();
		this.soldBefore = gateway.restock(SOLD, Math.max(available, PLENTY));
		gateway.restock(EMPTY, 0);
	}

	static Shelf prepare(Gateway gateway) {
		return new Shelf(gateway);
	}

	/** What was there of the sku that sells when the experiment began. */
	Stock before() {
		return this.soldBefore;
	}

	Stock now() {
		return this.gateway.stock(SOLD);
	}

	Stock empty() {
		return this.gateway.stock(EMPTY);
	}

	@Override
	public void close() {
		int before = this.emptyBefore.available();
		this.gateway.restock(EMPTY, (before == 0) ? USUAL : before);
		this.gateway.restock(SOLD, this.soldBefore.available());
	}

}
