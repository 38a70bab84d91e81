package orderly.balancing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body whose end, good or bad, is its call's end.
 */
class CountedBody extends FilterInputStream {

	private final CountedCall call;

	CountedBody(InputStream body, CountedCall call) {
		super(body);
		this.call = call;
	}

	@Override
	public int read() throws IOException {
		return watch(super::read);
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		return watch(() -> super.read(target, offset, length));
	}

	private int watch(Reading reading) throws IOException {
		try {
			int read = reading.read();
			if (read < 0) {
				this.call.end();
			}
			return read;
		}
		catch (IOException ex) {
			this.call.fail();
			throw ex;
		}
	}

	/** One read of some bytes. */
	private interface Reading {

		int read() throws IOException;

	}

}
