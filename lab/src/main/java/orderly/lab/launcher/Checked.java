package orderly.lab.launcher;

import java.util.function.Supplier;

import orderly.lab.LabException;

/**
 * One thing that was looked at.
 *
 * @param subject what it is
 * @param ok whether it is as it must be
 * @param says what was found, and what to do where that is not well
 */
record Checked(String subject, boolean ok, String says) {

	/**
	 * {@return the outcome of a check that says what it found, or throws what to do}
	 */
	static Checked of(String subject, Supplier<String> check) {
		try {
			return new Checked(subject, true, check.get());
		}
		catch (LabException ex) {
			return new Checked(subject, false, String.valueOf(ex.getMessage()));
		}
	}

	String line() {
		return "  %-8s %-14s %s".formatted(this.ok ? "ok" : "problem", this.subject, this.says);
	}

}
