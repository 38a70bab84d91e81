package orderly.lab.launcher;

import java.io.File;

import orderly.lab.LabException;

/** The room on the disk where data and logs lie. */
final class Room {

	/**
	 * Kafka's and PostgreSQL's files of a first run and the copies of the jars take about
	 * 450 MB.
	 */
	private static final long NEEDED = 500L * 1024 * 1024;

	private Room() {
	}

	/**
	 * {@return the free bytes}, or a sentence that they are too few.
	 */
	static long require(Home home) {
		long free = existing(home.state().toFile()).getUsableSpace();
		if (free < NEEDED) {
			throw new LabException(
					"Only %d MB are free on the disk of %s, and Orderly needs %d MB for data and logs. Free some, or let ORDERLY_HOME name a folder on another disk."
						.formatted(free >> 20, home.state(), NEEDED >> 20));
		}
		return free;
	}

	/** Of a folder that is still to be made nobody knows how much room it has. */
	private static File existing(File folder) {
		File parent = folder.getParentFile();
		return (folder.exists() || parent == null) ? folder : existing(parent);
	}

}
