package orderly.lab.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import orderly.lab.Exit;
import orderly.lab.LabException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the words that break and mend from other processes of this machine:
 * {@code POST /WORD/NAME} or {@code POST /WORD/NAME/VALUE}. The answer is 204, or 409
 * with a sentence and the exit code.
 */
final class ControlServer {

	/** The header with the exit code of a word that failed. */
	static final String EXIT = "Orderly-Exit";

	private final HttpServer server;

	private final String token;

	private final Supervisor supervisor;

	private final @Nullable Runnable down;

	private ControlServer(HttpServer server, String token, Supervisor supervisor, @Nullable Runnable down) {
		this.server = server;
		this.token = token;
		this.supervisor = supervisor;
		this.down = down;
	}

	static ControlServer start(int port, String token, Supervisor supervisor, @Nullable Runnable down) {
		TakenPort.refuse("the launcher's control", port);
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
			ControlServer control = new ControlServer(server, token, supervisor, down);
			server.createContext("/", control::handle);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.start();
			return control;
		}
		catch (IOException ex) {
			throw new LabException("Cannot serve on port %d: %s".formatted(port, ex.getMessage()), ex);
		}
	}

	void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			if (!isAllowed(exchange)) {
				exchange.sendResponseHeaders(403, -1);
				return;
			}
			answer(exchange, (exchange.getRequestURI().getPath() + "//").split("/", -1));
		}
	}

	/** A page in a browser can post to the loopback, but it does not know the token. */
	private boolean isAllowed(HttpExchange exchange) {
		String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
		return exchange.getRequestMethod().equals("POST")
				&& MessageDigest.isEqual(bytes(shown), bytes("Bearer " + this.token));
	}

	private void answer(HttpExchange exchange, String[] path) throws IOException {
		try {
			act(path[1], path[2], path[3]);
			exchange.sendResponseHeaders(204, -1);
		}
		catch (LabException ex) {
			refuse(exchange, ex.exit(), String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException ex) {
			ex.printStackTrace();
			refuse(exchange, Exit.FAILED, "Unexpected: " + ex);
		}
	}

	private static void refuse(HttpExchange exchange, int exit, String sentence) throws IOException {
		exchange.getResponseHeaders().set(EXIT, "" + exit);
		exchange.sendResponseHeaders(409, 0);
		exchange.getResponseBody().write(bytes(sentence));
	}

	private void act(String word, String name, String value) {
		Interventions on = this.supervisor.interventions();
		switch (word) {
			case "kill" -> on.kill(name);
			case "pause" -> on.pause(name);
			case "resume" -> on.resume(name);
			case "stop" -> on.stop(name);
			case "start" -> on.start(name);
			case "restart" -> on.restart(name);
			case "serve" -> on.serve(name, value);
			case "scale" -> on.scale(name, Integer.parseInt(value));
			case "withdraw" -> on.withdraw(name);
			case "down" -> down();
			default -> throw new LabException(Exit.USAGE, "The launcher does not know the word " + word + ".", null);
		}
	}

	private void down() {
		if (this.down == null) {
			throw new LabException("This system belongs to a test, which ends it itself.");
		}
		this.down.run();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
