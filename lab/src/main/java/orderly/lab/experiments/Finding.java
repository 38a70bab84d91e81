package orderly.lab.experiments;

/**
 * One statement that was checked.
 *
 * @param what the statement, as it should be
 * @param held whether it was so
 * @param seen what was there
 */
public record Finding(String what, boolean held, String seen) {

	@Override
	public String toString() {
		return (held ? "✓ " : "✗ ") + what + (seen.isEmpty() ? "" : ": " + seen);
	}

}
