package orderly.lab.launcher;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import orderly.lab.Exit;
import orderly.lab.LabException;

/**
 * Which versions of its API a process serves: one jar, releases side by side.
 */
final class Serve {

	/** The versions that there are. */
	static final List<String> ALL = List.of("1", "2");

	private static final String SETTING = "ORDERLY_ORDER_SERVE";

	private static final Pattern VERSIONS = Pattern.compile("1|2|1,2");

	private Serve() {
	}

	/**
	 * Refuses a process that cannot serve these versions.
	 * @param process its name
	 */
	static void check(String process, String versions) {
		String service = ProcessName.of(process).service();
		if (!service.equals("order-service")) {
			throw new LabException(Exit.USAGE,
					"Only order-service serves several versions of its API, and not %s.".formatted(service), null);
		}
		if (!VERSIONS.matcher(versions).matches()) {
			throw new LabException(Exit.USAGE, "'%s' are no versions; say 1, 2 or 1,2.".formatted(versions), null);
		}
	}

	/**
	 * {@return the settings of a process that serves these versions}, if it can
	 */
	static Map<String, String> settings(String process, String versions) {
		check(process, versions);
		return Map.of(SETTING, versions);
	}

	/**
	 * {@return a version that this process serves}
	 */
	static String oneOf(Part part) {
		return part.environment().getOrDefault(SETTING, "1").substring(0, 1);
	}

}
