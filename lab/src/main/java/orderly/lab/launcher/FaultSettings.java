package orderly.lab.launcher;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import orderly.lab.experiments.Fault;

/** Reads a fault as it is written on the command line. */
final class FaultSettings {

	private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s)");

	private static final Pattern SHARE = Pattern.compile("0?\\.\\d{1,9}|0|1(\\.0)?");

	private FaultSettings() {
	}

	/**
	 * {@return the fault of these settings, each {@code name=value}}
	 * @throws IllegalArgumentException with a sentence, when one makes no sense
	 */
	static Fault parse(List<String> settings) {
		Fault fault = Fault.NONE;
		for (String setting : settings) {
			String[] pair = setting.split("=", 2);
			fault = with(fault, pair[0], (pair.length > 1) ? pair[1] : "");
		}
		if (fault.withPath("").equals(Fault.NONE)) {
			throw new IllegalArgumentException("These settings change nothing; say a latency, errors or lost.");
		}
		return fault;
	}

	private static Fault with(Fault fault, String name, String value) {
		return switch (name) {
			case "latency" -> fault.withLatency(time(value));
			case "errors" -> fault.withErrors(share(name, value));
			case "lost" -> fault.withLost(share(name, value));
			case "path" -> fault.withPath(path(value));
			default -> throw new IllegalArgumentException(
					"There is no setting '%s'; there are: latency, errors, lost, path, and off alone.".formatted(name));
		};
	}

	private static Duration time(String value) {
		Matcher form = TIME.matcher(value);
		if (!form.matches()) {
			throw new IllegalArgumentException("latency=%s is no time; write 200ms or 2s.".formatted(value));
		}
		long number = Long.parseLong(form.group(1));
		return form.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
	}

	private static double share(String name, String value) {
		if (!SHARE.matcher(value).matches()) {
			throw new IllegalArgumentException("%s=%s is no share; write 0 to 1.".formatted(name, value));
		}
		return Double.parseDouble(value);
	}

	private static String path(String value) {
		if (!value.matches("(/|messages(/|$)).*")) {
			throw new IllegalArgumentException(
					"path=%s begins with / or is messages or messages/TYPE.".formatted(value));
		}
		return value;
	}

}
