package orderly.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import orderly.backing.Databases;
import orderly.backing.ProcessMark;
import org.jspecify.annotations.Nullable;

/**
 * What this JVM knows of the shared servers. They are children of a keeper, which all
 * test JVMs of the run find by a file in a folder named after the run's owner.
 *
 * @param databases the databases of the shared PostgreSQL
 * @param bootstrapServers the address of the shared Kafka
 */
record SharedBacking(Databases databases, String bootstrapServers) {

	private static @Nullable SharedBacking found;

	static synchronized SharedBacking get() {
		if (found == null) {
			found = findOrStart(RunOwner.find());
		}
		return found;
	}

	private static SharedBacking findOrStart(ProcessMark owner) {
		try {
			Path folder = Files.createDirectories(folderOf(owner));
			try (FileChannel file = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE)) {
				file.lock(); // until the file is closed
				Optional<Coordinates> running = Coordinates.read(folder).filter(Coordinates::alive);
				Coordinates here = running.isPresent() ? running.get() : Keeper.start(owner, folder);
				Databases databases = Databases.of(folder.resolve(Keeper.POSTGRES), here.postgresPort());
				return new SharedBacking(databases, here.bootstrapServers());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Path folderOf(ProcessMark owner) {
		String name = "orderly-test-%d-%s".formatted(owner.pid(), owner.born());
		return TestFolders.temporary().resolve(name);
	}

}
