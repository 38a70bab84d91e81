package orderly.lab.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import orderly.lab.Exit;
import orderly.lab.LabException;

/**
 * The units in the order of their start; replicas come and go while the system runs, each
 * after the others of its service, so that the edge stays the last.
 */
class Units {

	private final List<Part> parts;

	private final Function<Part, Unit> maker;

	private volatile List<Unit> all;

	/**
	 * Begins with one unit for each part.
	 * @param maker makes a unit of a part
	 */
	Units(List<Part> parts, Function<Part, Unit> maker) {
		this.parts = parts;
		this.maker = maker;
		this.all = parts.stream().map(maker).toList();
	}

	List<Unit> all() {
		return this.all;
	}

	/**
	 * {@return those of one service, by number}
	 */
	List<Unit> of(String service) {
		return this.all.stream().filter((unit) -> unit.part().module().equals(service)).toList();
	}

	/**
	 * {@return the unit of this name}, or a sentence with the names that exist.
	 */
	Unit named(String name) {
		return this.all.stream()
			.filter((unit) -> unit.part().name().equals(ProcessName.of(name).toString()))
			.findFirst()
			.orElseThrow(() -> new LabException(Exit.USAGE,
					"There is no process '%s'; there are: %s.".formatted(name, String.join(", ", names())), null));
	}

	/**
	 * {@return the unit of this name, which is new where it is the first of that name}
	 */
	synchronized Unit orNew(String name) {
		Part part = Part.named(name, this.parts);
		return names().contains(part.name()) ? named(part.name()) : add(part);
	}

	synchronized void remove(Unit unit) {
		this.all = this.all.stream().filter((other) -> other != unit).toList();
	}

	private Unit add(Part part) {
		Unit unit = this.maker.apply(part);
		int number = ProcessName.of(part.name()).number();
		long before = of(part.module()).stream().filter((other) -> numberOf(other) < number).count();
		int first = this.all.indexOf(of(part.module()).getFirst());
		List<Unit> more = new ArrayList<>(this.all);
		more.add(first + (int) before, unit);
		this.all = List.copyOf(more);
		return unit;
	}

	private static int numberOf(Unit unit) {
		return ProcessName.of(unit.part().name()).number();
	}

	private List<String> names() {
		return this.all.stream().map((unit) -> unit.part().name()).toList();
	}

}
