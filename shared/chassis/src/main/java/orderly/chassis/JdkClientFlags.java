package orderly.chassis;

/**
 * What the JDK's HTTP client takes from system properties alone, read once when its first
 * class is loaded. A flag given to the JVM wins.
 */
final class JdkClientFlags {

	private JdkClientFlags() {
	}

	static void set() {
		// One attempt is one arrival: by default a GET whose connection is reset is sent
		// again, unseen.
		setIfAbsent("jdk.httpclient.redirects.retrylimit", "1");
		// Seconds that an idle connection is kept: less than the server's keep-alive
		// timeout, or a call would be sent into a connection that is being closed.
		setIfAbsent("jdk.httpclient.keepalive.timeout", "20");
	}

	private static void setIfAbsent(String name, String value) {
		if (System.getProperty(name) == null) {
			System.setProperty(name, value);
		}
	}

}
