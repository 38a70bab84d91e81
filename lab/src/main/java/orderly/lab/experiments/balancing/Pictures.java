package orderly.lab.experiments.balancing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import orderly.lab.load.Samples;
import orderly.lab.plots.Colours;
import orderly.lab.plots.Distribution;
import orderly.lab.plots.Plot;
import orderly.lab.plots.Shares;

/** What both ways of choosing made of the same load. */
final class Pictures {

	private static final String OFF = "round robin";

	private static final String ON = "least loaded";

	private Pictures() {
	}

	static List<Plot> of(Samples roundRobin, Samples leastLoaded) {
		return List.of(
				Distribution.plot("load-balancing", "One of three instances is 200 ms slower: how long a client waits",
						List.of(new Distribution.Case(OFF, roundRobin, Colours.OFF),
								new Distribution.Case(ON, leastLoaded, Colours.ON))),
				Shares.plot("load-balancing-shares", "Who answered, while one is 200 ms slower",
						List.of(new Shares.Row(OFF, counts(roundRobin)), new Shares.Row(ON, counts(leastLoaded)))));
	}

	/** The slow one last, so that its part stands at the right end. */
	private static Map<String, Integer> counts(Samples samples) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		for (String instance : List.of("inventory-service", "inventory-service#3", "inventory-service#2")) {
			counts.put(instance, samples.where(sample -> sample.instance().equals(instance)).count());
		}
		return counts;
	}

}
