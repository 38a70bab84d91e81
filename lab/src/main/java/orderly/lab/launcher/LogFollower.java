package orderly.lab.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import orderly.lab.LabException;

/** Reads what is added to a log, whole lines at a time. */
class LogFollower {

	private final Path log;

	private long position;

	private String rest = "";

	private LogFollower(Path log, long position) {
		this.log = log;
		this.position = position;
	}

	static LogFollower fromBegin(Path log) {
		return new LogFollower(log, 0);
	}

	static LogFollower fromEnd(Path log) {
		try {
			return new LogFollower(log, Files.exists(log) ? Files.size(log) : 0);
		}
		catch (IOException ex) {
			throw new LabException("Cannot read " + log, ex);
		}
	}

	/** Hands on the lines that are new since the last call. */
	void poll(Consumer<String> lines) {
		String text = this.rest + added();
		int end = text.lastIndexOf('\n') + 1;
		this.rest = text.substring(end);
		text.substring(0, end).lines().forEach(lines);
	}

	private String added() {
		if (!Files.exists(this.log)) {
			return "";
		}
		try (RandomAccessFile file = new RandomAccessFile(this.log.toFile(), "r")) {
			this.position = Math.min(this.position, file.length()); // it was begun anew
			byte[] added = new byte[(int) (file.length() - this.position)];
			file.seek(this.position);
			file.readFully(added);
			this.position += added.length;
			return new String(added, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new LabException("Cannot read " + this.log, ex);
		}
	}

}
