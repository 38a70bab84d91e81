package orderly.lab.launcher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import orderly.lab.Exit;
import orderly.lab.LabException;

/**
 * What a process is called: {@code order-service} is the first of its service,
 * {@code order-service#2} the second.
 *
 * @param service the service, which is also the module that it is built from
 * @param number its number within the service, 1 to 9
 */
record ProcessName(String service, int number) {

	private static final Pattern FORM = Pattern.compile("([a-z-]+)(?:#([1-9]))?");

	static ProcessName of(String name) {
		Matcher form = FORM.matcher(name);
		if (!form.matches()) {
			throw new LabException(Exit.USAGE,
					"'%s' is no name of a process; write order-service, or order-service#2 for a further one, up to #9."
						.formatted(name),
					null);
		}
		return new ProcessName(form.group(1), (form.group(2) != null) ? Integer.parseInt(form.group(2)) : 1);
	}

	/**
	 * {@return whether a process is meant by a name; a service's name means all its
	 * processes, and {@code order-service#1} the first alone}
	 */
	static boolean means(String serviceOrProcess, String process) {
		ProcessName meant = of(serviceOrProcess);
		return process.equals(meant.toString())
				|| !serviceOrProcess.contains("#") && of(process).service().equals(meant.service());
	}

	@Override
	public String toString() {
		return (this.number == 1) ? this.service : this.service + "#" + this.number;
	}

}
