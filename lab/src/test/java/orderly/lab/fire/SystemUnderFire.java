package orderly.lab.fire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.ThreadLocalRandom;

import orderly.lab.client.Gateway;
import orderly.lab.client.Http;
import orderly.lab.experiments.Driver;
import orderly.lab.launcher.Home;
import orderly.lab.launcher.OrderlySystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the system once for all tests, in a folder and on ports of its own, and hands it
 * to them.
 */
class SystemUnderFire implements ParameterResolver {

	// below the ports that Linux gives to clients (from 32768), and away from a system
	// that somebody works with
	private static final int LEAST_OFFSET = 3000;

	private static final int OFFSETS = 1000;

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Running.class;
	}

	@Override
	public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot()
			.getStore(Namespace.create(SystemUnderFire.class))
			.computeIfAbsent("system", (key) -> start(), Running.class);
	}

	private static Running start() {
		Path folder = Path.of("target", "fire").toAbsolutePath();
		delete(folder);
		int offset = LEAST_OFFSET + 10 * ThreadLocalRandom.current().nextInt(OFFSETS);
		return new Running(OrderlySystem.start(Home.in(folder), offset));
	}

	private static void delete(Path folder) {
		if (!Files.exists(folder)) {
			return;
		}
		try {
			Files.walkFileTree(folder, new SimpleFileVisitor<>() {
				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
					Files.delete(file);
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure) throws IOException {
					Files.delete(each);
					return FileVisitResult.CONTINUE;
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The running system; closed after the last test. */
	record Running(OrderlySystem processes, Http http) implements AutoCloseable {

		Running(OrderlySystem processes) {
			this(processes, new Http());
		}

		Gateway gateway() {
			return new Gateway(this.http, URI.create(this.processes.state().gateway()));
		}

		Driver driver() {
			return this.processes.driver();
		}

		URI url(String process) {
			return URI.create(this.processes.state().url(process));
		}

		@Override
		public void close() {
			this.processes.close();
		}

	}

}
