package orderly.provider;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the route of a request and writes its answer; every failure becomes a problem.
 */
class Router implements HttpHandler {

	private static final Logger logger = LoggerFactory.getLogger(Router.class);

	private final List<Route> routes;

	Router(List<Route> routes) {
		this.routes = routes;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			answerOrRefuse(exchange);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void answerOrRefuse(HttpExchange exchange) throws IOException, InterruptedException {
		try {
			Answer answer = answer(exchange);
			Thread.sleep(answer.delay());
			if (answer.body() != null) {
				write(exchange, answer.status(), "application/json", answer.body());
			}
		}
		catch (Refusal refusal) {
			String instance = exchange.getRequestURI().getPath();
			write(exchange, refusal.status(), "application/problem+json", refusal.body(instance));
		}
	}

	private Answer answer(HttpExchange exchange) throws IOException {
		try {
			return routed(exchange);
		}
		catch (SQLException ex) {
			logger.warn("The ledger does not answer", ex);
			throw new Refusal(503, "unavailable", "Unavailable", "The ledger does not answer; try again.");
		}
		catch (IOException | Refusal ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			logger.error("{} failed", exchange.getRequestURI(), ex);
			throw new Refusal(500, "internal", "Internal error", "The provider has a fault.");
		}
	}

	private Answer routed(HttpExchange exchange) throws IOException, SQLException {
		String path = exchange.getRequestURI().getPath();
		List<Route> onPath = this.routes.stream().filter((route) -> route.path().matcher(path).matches()).toList();
		for (Route route : onPath) {
			if (route.method().equals(exchange.getRequestMethod())) {
				return route.action().answer(new Request(exchange, idIn(route, path)));
			}
		}
		throw unroutable(exchange, onPath);
	}

	private static String idIn(Route route, String path) {
		Matcher matcher = route.path().matcher(path);
		return (matcher.matches() && matcher.groupCount() > 0) ? matcher.group(1) : "";
	}

	private static Refusal unroutable(HttpExchange exchange, List<Route> onPath) {
		if (onPath.isEmpty()) {
			return new Refusal(404, "not-found", "Not found", "Nothing is here.");
		}
		String allowed = onPath.stream().map(Route::method).collect(Collectors.joining(", "));
		exchange.getResponseHeaders().set("Allow", allowed);
		return new Refusal(405, "method-not-allowed", "Method not allowed", "Allowed here: " + allowed + ".");
	}

	private static void write(HttpExchange exchange, int status, String type, Object body) throws IOException {
		byte[] bytes = Request.JSON.writeValueAsBytes(body);
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

}
