package orderly.lab.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;

import orderly.lab.Exit;
import orderly.lab.LabException;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

/**
 * Asks the supervisor of the running system to break or mend a process; returns when that
 * is done.
 */
public final class Control {

	/** A start may take two minutes on a busy machine. */
	private static final Duration TIMEOUT = Duration.ofMinutes(4);

	private final RunState state;

	private Control(RunState state) {
		this.state = state;
	}

	/**
	 * {@return the control of the system that runs here}, or a sentence that nothing
	 * runs.
	 */
	public static Control of(Home home) {
		return new Control(RunState.require(home));
	}

	/** Ends a process as {@code kill -9} does. */
	public void kill(String name) {
		ask("kill", name);
	}

	/** Freezes a process (SIGSTOP). */
	public void pause(String name) {
		ask("pause", name);
	}

	/** Lets a frozen process go on. */
	public void resume(String name) {
		ask("resume", name);
	}

	/** Ends a process in its own time. */
	public void stop(String name) {
		ask("stop", name);
	}

	/** Starts a process that is down and returns when the gateway reaches it. */
	public void start(String name) {
		ask("start", name);
	}

	/**
	 * Replaces a process by a new one of the built jar and returns when the gateway
	 * reaches it.
	 */
	public void restart(String name) {
		ask("restart", name);
	}

	/**
	 * Starts a process, or replaces it, so that it serves these versions of its API.
	 * @param versions as in {@code 1,2}
	 */
	public void serve(String name, String versions) {
		ask("serve", name, versions);
	}

	/** Makes a service run in so many processes. */
	public void scale(String service, int instances) {
		ask("scale", service, "" + instances);
	}

	/** Ends a process in its own time and forgets it, if it is a replica. */
	public void withdraw(String name) {
		ask("withdraw", name);
	}

	/** Lets the supervisor begin to end everything. */
	void down() {
		ask("down");
	}

	private void ask(String... path) {
		HttpRequest request = HttpRequest.newBuilder(address(path))
			.header("Authorization", "Bearer " + this.state.token())
			.timeout(TIMEOUT)
			.POST(BodyPublishers.noBody())
			.build();
		HttpResponse<String> answer = send(request);
		if (answer.statusCode() != 204) {
			int exit = answer.headers().firstValue(ControlServer.EXIT).map(Integer::parseInt).orElse(Exit.FAILED);
			throw new LabException(exit,
					answer.body().isEmpty() ? "The launcher refused: HTTP " + answer.statusCode() : answer.body(),
					null);
		}
	}

	private URI address(String... path) {
		// # begins a replica's number in a name, and a fragment in a URL.
		return URI.create(this.state.control() + "/"
				+ Stream.of(path).map((each) -> URLEncoder.encode(each, UTF_8)).collect(joining("/")));
	}

	private static HttpResponse<String> send(HttpRequest request) {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new LabException("The launcher does not answer at %s: %s. ./orderly down ends what is left."
				.formatted(request.uri(), ex), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LabException("Interrupted.", ex);
		}
	}

}
