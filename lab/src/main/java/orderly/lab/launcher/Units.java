package orderly.lab.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import orderly.lab.Exit;
import orderly.lab.LabException;

/**
 * The units in the order of their start; replicas come and go while the system runs, each
 * after the others of its service, so that the edge stays the last.
 */
class Units {

	private final List<Part> parts;

	private final List<Part> guests;

	private final Function<Part, Unit> maker;

	private volatile List<Unit> all;

	/**
	 * Begins with one unit for each part.
	 * @param guests those that may be added later, beside replicas
	 * @param maker makes a unit of a part
	 */
	Units(List<Part> parts, List<Part> guests, Function<Part, Unit> maker) {
		this.parts = parts;
		this.guests = guests;
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
		Part part = original(name);
		return names().contains(part.name()) ? named(part.name()) : add(part);
	}

	/**
	 * {@return what a unit of this name is before anybody gives it other settings}
	 */
	Part original(String name) {
		return Part.named(name, Stream.concat(this.parts.stream(), this.guests.stream()).toList());
	}

	boolean isGuest(Unit unit) {
		return this.guests.stream().map(Part::name).anyMatch(unit.part().module()::equals);
	}

	/**
	 * {@return whether the system is not whole without it}
	 */
	boolean belongs(Unit unit) {
		return this.parts.stream().map(Part::name).anyMatch(unit.part().name()::equals);
	}

	synchronized void remove(Unit unit) {
		this.all = this.all.stream().filter((other) -> other != unit).toList();
	}

	private Unit add(Part part) {
		Unit unit = this.maker.apply(part);
		List<Unit> more = new ArrayList<>(this.all);
		more.add(placeOf(part), unit);
		this.all = List.copyOf(more);
		return unit;
	}

	/**
	 * After the last of its service that has a smaller number, or else before the edge.
	 */
	private int placeOf(Part part) {
		int number = ProcessName.of(part.name()).number();
		return of(part.module()).stream()
			.filter((other) -> numberOf(other) < number)
			.mapToInt((other) -> this.all.indexOf(other) + 1)
			.max()
			.orElse(this.all.size() - 1);
	}

	private static int numberOf(Unit unit) {
		return ProcessName.of(unit.part().name()).number();
	}

	private List<String> names() {
		return this.all.stream().map((unit) -> unit.part().name()).toList();
	}

}
