package orderly.lab.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

import orderly.lab.LabException;

/** Reads what is added to a log, whole lines at a time. */
class LogFollower {

	private final Path log;

	private long position;

	/** Of a line that goes on: as bytes, for a letter may have several. */
	private byte[] rest = {};

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
		byte[] added = added();
		byte[] all = Arrays.copyOf(this.rest, this.rest.length + added.length);
		System.arraycopy(added, 0, all, this.rest.length, added.length);
		int end = endOfLines(all);
		this.rest = Arrays.copyOfRange(all, end, all.length);
		new String(all, 0, end, StandardCharsets.UTF_8).lines().forEach(lines);
	}

	private static int endOfLines(byte[] text) {
		int end = text.length;
		while (end > 0 && text[end - 1] != '\n') {
			end--;
		}
		return end;
	}

	private byte[] added() {
		if (!Files.exists(this.log)) {
			return new byte[0];
		}
		try (RandomAccessFile file = new RandomAccessFile(this.log.toFile(), "r")) {
			this.position = Math.min(this.position, file.length()); // it was begun anew
			byte[] added = new byte[(int) (file.length() - this.position)];
			file.seek(this.position);
			file.readFully(added);
			this.position += added.length;
			return added;
		}
		catch (IOException ex) {
			throw new LabException("Cannot read " + this.log, ex);
		}
	}

}
