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
		Home home = Home.here();
		return List.of(new Up(home), new Down(home), new Status(home), new Logs(home), new Open(home),
				new Act.Kill(home), new Act.Start(home), new Act.Restart(home), new Supervise(home));
	}

}
