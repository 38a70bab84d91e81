package orderly.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback. */
public final class Ports {

	/**
	 * Below the ports that systems give to outgoing connections (32768 on Linux): while a
	 * server restarts, a client that tries to reach it could else be given its port, and
	 * connect to itself.
	 */
	private static final int LOWEST = 20_000;

	private static final int HIGHEST = 32_000;

	private Ports() {
	}

	/**
	 * Finds a port that nobody listens on now.
	 * @return a port from 20000 to 31999
	 */
	public static int free() {
		while (true) {
			int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
			if (isFree(port)) {
				return port;
			}
		}
	}

	/**
	 * Whether a server could listen there now.
	 * @param port the port
	 * @return whether it is free
	 */
	public static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
