package orderly.lab.launcher;

import orderly.backing.Ports;
import orderly.lab.LabException;

/** Refuses a port that somebody else serves on, and says who. */
final class TakenPort {

	private static final int LINE = 90;

	private TakenPort() {
	}

	static void refuse(String wanted, int port) {
		if (!Ports.isFree(port)) {
			String owner = PortOwner.of(port).map(TakenPort::describe).orElse("");
			throw new LabException(
					"Port %d, where %s wants to serve, is taken%s. End that, or move all ports by another --port-offset (1000, 2000, ..)."
						.formatted(port, wanted, owner));
		}
	}

	private static String describe(ProcessHandle owner) {
		String command = owner.info().commandLine().or(owner.info()::command).orElse("?");
		String text = (command.length() > LINE) ? command.substring(0, LINE) + "..." : command;
		return " by process %d (%s)".formatted(owner.pid(), text);
	}

}
