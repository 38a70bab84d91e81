package orderly.lab.experiments.exits;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import orderly.lab.experiments.Notebook;
import orderly.lab.load.Samples;
import orderly.lab.plots.TimePlot;

/**
 * What became of the calls.
 *
 * @param events what was done meanwhile to which process, and from when to when
 * @param length how long it all took
 */
record Seen(Map<Kind, Samples> samples, List<Event> events, Duration length) {

	/** Something that was done to a process. */
	record Event(String what, Duration from, Duration to) {
	}

	Samples of(Kind kind) {
		return this.samples.getOrDefault(kind, new Samples(List.of()));
	}

	void write(Notebook notebook) {
		this.samples.forEach((kind, all) -> {
			notebook.number(kind.callsNumber(), all.count());
			notebook.number(kind.failedNumber(), all.failed().count());
		});
	}

	/** An empty picture with what was done as windows. */
	TimePlot picture(String title) {
		TimePlot plot = TimePlot.of(title, this.length);
		this.events.forEach(event -> plot.window(event.what(), event.from(), event.to()));
		return plot;
	}

}
