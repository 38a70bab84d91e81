package orderly.lab.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import com.sun.net.httpserver.HttpServer;

/**
 * A service that is ready at once: a stand-in for a real one, packed into a jar where the
 * build would put it.
 */
public final class TinyService {

	private TinyService() {
	}

	public static void main(String[] args) throws IOException {
		int port = Integer.parseInt(System.getenv("SERVER_PORT"));
		if (System.getenv("BROKEN") != null) {
			throw new IllegalStateException("no such table: orders");
		}
		if (System.getenv("SLEEPY") != null) {
			LockSupport.park();
		}
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		server.createContext("/", (exchange) -> {
			try (exchange) {
				exchange.sendResponseHeaders(200, -1);
			}
		});
		server.start();
	}

	static void pack(Home home, String module) throws IOException {
		Path jar = Builds.jar(home, TestParts.tiny(module, 1));
		Files.createDirectories(jar.getParent());
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(new Attributes.Name("Start-Class"), TinyService.class.getName());
		String entry = "BOOT-INF/classes/" + TinyService.class.getName().replace('.', '/') + ".class";
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
				var code = TinyService.class.getResourceAsStream("TinyService.class")) {
			out.putNextEntry(new ZipEntry(entry));
			java.util.Objects.requireNonNull(code).transferTo(out);
		}
	}

}
