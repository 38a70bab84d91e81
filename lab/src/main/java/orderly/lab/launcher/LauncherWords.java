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
		return List.of(new Up(home), new Down(home), new Status(home), new Doctor(home), new Logs(home), new Open(home),
				new Kill(home), new Pause(home), new Resume(home), new Stop(home), new Start(home), new Restart(home),
				new Scale(home), new Release(home), new Withdraw(home), new SwitchPolicy(home), new MakeFault(home),
				new Supervise(home));
	}

}
