package orderly.lab.experiments;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** What is to be put back: each thing once, as it was first found, the last one first. */
class Undo {

	private final SequencedMap<Object, Runnable> steps = new LinkedHashMap<>();

	private final Consumer<String> voice;

	private boolean closed;

	Undo(Consumer<String> voice) {
		this.voice = voice;
	}

	/** Remembers how to put the thing back, before anything is done to it. */
	synchronized void add(Object thing, Runnable step) {
		if (closed) {
			throw new NotMeasuredException("It was ended.");
		}
		steps.putIfAbsent(thing, step);
	}

	/** Somebody has put it back. */
	synchronized void forget(Object thing) {
		steps.remove(thing);
	}

	/**
	 * Puts everything back; a step that fails is told and hinders no other.
	 * @return whether all is as it was
	 */
	synchronized boolean run() {
		boolean all = true;
		while (!steps.isEmpty()) {
			all &= succeeds(steps.pollLastEntry().getValue());
		}
		return all;
	}

	/** Puts everything back, for good: after Ctrl-C nothing new may be broken. */
	synchronized void close() {
		closed = true;
		run();
	}

	private boolean succeeds(Runnable step) {
		try {
			step.run();
			return true;
		}
		catch (RuntimeException ex) {
			voice.accept("  Not put back: " + ex.getMessage());
			return false;
		}
	}

}
