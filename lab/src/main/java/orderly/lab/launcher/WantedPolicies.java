package orderly.lab.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import orderly.lab.LabException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The policies that somebody switched, kept in {@code .orderly/policies.json} so that
 * processes that are started later begin as the others are. An {@code up} begins without.
 *
 * @param states {@code on} or {@code off} by name
 */
record WantedPolicies(Map<String, String> states) {

	private static final JsonMapper JSON = JsonMapper.shared();

	static WantedPolicies of(Home home) {
		Path file = file(home);
		try {
			return Files.exists(file)
					? new WantedPolicies(JSON.readValue(Files.readString(file), new TypeReference<>() {
					})) : new WantedPolicies(Map.of());
		}
		catch (IOException | JacksonException ex) {
			throw new LabException("Cannot read %s; delete it to have all policies on.".formatted(file), ex);
		}
	}

	static void forget(Home home) {
		Folders.delete(file(home));
	}

	WantedPolicies with(String name, boolean on) {
		Map<String, String> more = new TreeMap<>(this.states);
		more.put(name, on ? "on" : "off");
		return new WantedPolicies(more);
	}

	void write(Home home) {
		try {
			Path next = Files.createTempFile(home.state(), "policies", ".tmp");
			Files.writeString(next, JSON.writeValueAsString(this.states));
			Files.move(next, file(home), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new LabException("Cannot write %s: %s".formatted(file(home), ex.getMessage()), ex);
		}
	}

	/** Switches them in a process that runs; what it does not know it leaves. */
	void tell(String url) {
		this.states.forEach((name, state) -> Http.post(url + "/actuator/policies/" + name,
				JSON.writeValueAsString(Map.of("state", state))));
	}

	/**
	 * {@return the settings of a process that begins with these policies}
	 */
	Map<String, String> environment() {
		return this.states.entrySet()
			.stream()
			.collect(Collectors.toMap((state) -> variable(state.getKey()), Map.Entry::getValue));
	}

	private static String variable(String policy) {
		return "ORDERLY_POLICIES_" + policy.toUpperCase(Locale.ROOT).replace('-', '_');
	}

	private static Path file(Home home) {
		return home.state().resolve("policies.json");
	}

}
