package orderly.lab.experiments.workflow;

import java.util.Locale;

/** A way through the workflow: how it ends, and what was done by then. */
enum Way {

	/** Bought and paid. */
	CONFIRMED("CONFIRMED", true, true),

	/** Taken while nobody asked for the stock, of which there is none. */
	SHORT("CANCELLED (SHORT)", false, false),

	/** The card is declined when the stock is held. */
	DECLINED("CANCELLED (DECLINED)", true, false),

	/** The customer cancels before anybody asks for the money. */
	CUSTOMER("CANCELLED (CUSTOMER)", true, false),

	/**
	 * The customer cancels when the money is taken and order-service has not heard it.
	 */
	CUSTOMER_CHARGED("CANCELLED (CUSTOMER)", true, true),

	/** The provider takes the money, and its answer comes too late for who waits. */
	UNKNOWN("CANCELLED (UNKNOWN)", true, true),

	/** The process that drives the checkout dies while the money is being taken. */
	DEADLINE("CANCELLED (DEADLINE)", true, true);

	private final String outcome;

	private final boolean held;

	private final boolean charged;

	Way(String outcome, boolean held, boolean charged) {
		this.outcome = outcome;
		this.held = held;
		this.charged = charged;
	}

	String outcome() {
		return this.outcome;
	}

	/** Whether stock is held before the end. */
	boolean holds() {
		return this.held;
	}

	/** Whether the provider has the money; where it must not, it still may. */
	boolean charges() {
		return this.charged;
	}

	String title() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
