package orderly.lab.launcher;

import java.util.List;

/**
 * The JVM flags of a demonstration on a learner's machine. For throughput leave out the
 * first two.
 */
final class Demonstration {

	static final List<String> FLAGS = List.of(
			// One collector thread: small heaps pause briefly, and a process saves tens
			// of MB.
			"-XX:+UseSerialGC",
			// The quick compiler alone: half the time to start on two cores, but a third
			// of the speed in the end.
			"-XX:TieredStopAtLevel=1",
			// 8 instead of 12 bytes before each object: a tenth of the heap.
			"-XX:+UseCompactObjectHeaders",
			// Requests run on virtual threads; the few platform threads need no megabyte
			// of stack each.
			"-Xss512k",
			// No performance counters in /tmp: nobody reads them.
			"-XX:-UsePerfData",
			// A process without memory dies visibly instead of limping.
			"-XX:+ExitOnOutOfMemoryError");

	private Demonstration() {
	}

}
