package orderly.provider;

import java.io.IOException;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * What one method on one path does.
 *
 * @param method the HTTP method
 * @param path the path; its one group, where there is one, is the id
 * @param action what is done
 */
record Route(String method, Pattern path, Action action) {

	/** A request's work. */
	@FunctionalInterface
	interface Action {

		Answer answer(Request request) throws IOException, SQLException;

	}

	/**
	 * Creates a route.
	 * @param template a path in which {@code *} stands for an id
	 */
	static Route of(String method, String template, Action action) {
		return new Route(method, Pattern.compile(template.replace("*", "([^/]+)")), action);
	}

}
