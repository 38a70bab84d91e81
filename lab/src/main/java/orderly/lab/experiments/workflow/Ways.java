package orderly.lab.experiments.workflow;

import java.util.ArrayList;
import java.util.List;

import orderly.lab.client.Order;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Notebook;
import orderly.lab.plots.Bars;
import orderly.lab.plots.Colours;
import orderly.lab.plots.Plot;

/** How the orders ended, written down way by way. */
class Ways {

	private final Stories stories;

	private final Notebook notebook;

	private final List<Order> orders = new ArrayList<>();

	private final List<Bars.Bar> bars = new ArrayList<>();

	Ways(Lab lab, Notebook notebook) {
		this.stories = new Stories(lab);
		this.notebook = notebook;
	}

	void note(Way way, String checkout, List<String> ids) {
		List<Story> told = ids.stream().map(id -> this.stories.await(way, id)).toList();
		this.notebook.finding(Stories.finding(way.title() + ", " + checkout, told));
		told.forEach(story -> this.orders.add(story.order()));
		List<Double> times = told.stream()
			.flatMap(story -> story.undoing().stream())
			.map(time -> time.toNanos() / 1e6)
			.toList();
		if (!times.isEmpty()) {
			draw(way.title() + ", " + checkout, times);
		}
	}

	private void draw(String title, List<Double> times) {
		Bars.Bar bar = new Bars.Bar(title, times, title.endsWith("async") ? Colours.ORANGE : Colours.BLUE);
		this.bars.add(bar);
		this.notebook.number(title.replace(", ", "-").replace(' ', '-') + "-undone-ms", Math.round(bar.median()));
	}

	List<Order> orders() {
		return List.copyOf(this.orders);
	}

	Plot plot() {
		return Bars.plot("workflow",
				"From the decision to cancel until all was undone (median of %d)".formatted(Customers.TIMES), "ms",
				this.bars);
	}

}
