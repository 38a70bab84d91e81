package orderly.chassis;

import org.jspecify.annotations.Nullable;

/**
 * What an exception means to the caller, where a service knows more than the chassis: a
 * bean of this type is asked before the answer becomes a 500.
 */
@FunctionalInterface
public interface ProblemTranslation {

	/**
	 * Translates an exception.
	 * @param exception what a controller or a route threw
	 * @return the problem, or null where this one knows nothing about it
	 */
	@Nullable Problem translate(Exception exception);

}
