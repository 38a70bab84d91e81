package orderly.lab.launcher;

import java.util.List;

/** The words that start, stop, watch and break the processes. */
public final class LauncherWords {

	private LauncherWords() {
	}

	/**
	 * {@return the commands, for the root command}
	 */
	public static List<Object> all() {
		return List.of(new Status(Home.here()));
	}

}
