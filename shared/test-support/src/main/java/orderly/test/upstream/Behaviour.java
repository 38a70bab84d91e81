package orderly.test.upstream;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a partner does with a request once it has arrived, well or badly.
 */
@FunctionalInterface
public interface Behaviour {

	Behaviour ANSWERS = answers(200);

	Behaviour SILENT = (connection, out) -> {
	};

	Behaviour RESETS = (connection, out) -> {
		connection.setSoLinger(true, 0);
		connection.close();
	};

	Behaviour HANGS_UP = (connection, out) -> connection.close();

	Behaviour TALKS_NONSENSE = (connection, out) -> {
		write(out, "nonsense\r\n\r\n");
		connection.close();
	};

	static Behaviour answers(int status) {
		return answers(status, "{}");
	}

	static Behaviour answers(int status, String json) {
		return (connection, out) -> write(out,
				"HTTP/1.1 " + status + " Said\r\nX-Trace-Id: upstream\r\n"
						+ "X-Served-By: service;release=1;instance=2\r\nContent-Type: application/json\r\n"
						+ "Content-Length: " + json.length() + "\r\n\r\n" + json);
	}

	/** Does this, but late. */
	static Behaviour after(Duration delay, Behaviour behaviour) {
		return (connection, out) -> {
			Thread.sleep(delay);
			behaviour.answer(connection, out);
		};
	}

	/** Does something else each time, and the last for ever. */
	static Behaviour inTurn(Behaviour... behaviours) {
		AtomicInteger turn = new AtomicInteger();
		return (connection, out) -> behaviours[Math.min(turn.getAndIncrement(), behaviours.length - 1)]
			.answer(connection, out);
	}

	/** Does one after the other, again and again. */
	static Behaviour byTurns(Behaviour... behaviours) {
		AtomicInteger turn = new AtomicInteger();
		return (connection, out) -> behaviours[Math.floorMod(turn.getAndIncrement(), behaviours.length)]
			.answer(connection, out);
	}

	/** Breaks off in the body, after this much of it; with a length, or in chunks. */
	static Behaviour breaksAfter(int bytes, boolean chunked) {
		return (connection, out) -> {
			sendPart(out, 200, bytes, chunked);
			connection.close();
		};
	}

	/** Sends this much of the body and then nothing more. */
	static Behaviour stallsAfter(int bytes) {
		return stallsAfter(200, bytes);
	}

	static Behaviour stallsAfter(int status, int bytes) {
		return (connection, out) -> sendPart(out, status, bytes, false);
	}

	private static void sendPart(OutputStream out, int status, int bytes, boolean chunked) throws IOException {
		write(out,
				"HTTP/1.1 " + status
						+ " Said\r\nContent-Type: application/json\r\nX-Served-By: service;release=1;instance=2\r\n"
						+ (chunked ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: 1000000\r\n\r\n"));
		write(out, (chunked ? Integer.toHexString(bytes) + "\r\n" : "") + "x".repeat(bytes) + (chunked ? "\r\n" : ""));
	}

	private static void write(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	void answer(Socket connection, OutputStream out) throws Exception;

}
