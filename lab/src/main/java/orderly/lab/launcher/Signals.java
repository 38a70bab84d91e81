package orderly.lab.launcher;

import java.io.IOException;

import orderly.backing.Running;
import orderly.lab.LabException;

/** Sends the signals that Java has no word for. */
final class Signals {

	private Signals() {
	}

	static void send(Running process, String signal) {
		try {
			int exit = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
			if (exit != 0) {
				throw new LabException("Process %d took no signal %s.".formatted(process.pid(), signal));
			}
		}
		catch (IOException ex) {
			throw new LabException("Pausing a process needs the command 'kill', which this system has not.", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
