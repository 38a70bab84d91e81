package orderly.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Where the shared servers are, as the keeper writes it down.
 *
 * @param keeper the keeper's process id
 * @param postgresPort the port of PostgreSQL
 * @param bootstrapServers the address of Kafka
 */
record Coordinates(long keeper, int postgresPort, String bootstrapServers) {

	private static final String FILE = "coordinates";

	static Optional<Coordinates> read(Path folder) throws IOException {
		if (!Files.exists(folder.resolve(FILE))) {
			return Optional.empty();
		}
		List<String> lines = Files.readAllLines(folder.resolve(FILE));
		return Optional.of(new Coordinates(Long.parseLong(lines.get(0)), Integer.parseInt(lines.get(1)), lines.get(2)));
	}

	boolean alive() {
		return ProcessHandle.of(this.keeper).filter(ProcessHandle::isAlive).isPresent();
	}

	/** Moved into place, so that a reader sees all of it or nothing. */
	void write(Path folder) throws IOException {
		List<String> lines = List.of("" + this.keeper, "" + this.postgresPort, this.bootstrapServers);
		Path unfinished = Files.write(folder.resolve(FILE + ".new"), lines);
		Files.move(unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
	}

}
