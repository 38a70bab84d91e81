package orderly.test;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Where a test with {@code @RealBacking(containers = true)} finds its servers, by
 * {@code -Dorderly.test.backing}: {@code local} processes, {@code containers}, or
 * {@code auto}, which takes containers where nothing has to be downloaded for them.
 *
 * @param containers whether they are containers
 * @param because why
 */
record BackingChoice(boolean containers, String because) {

	private static final String SETTING = "orderly.test.backing";

	private static @Nullable BackingChoice made;

	/** The choice of this JVM; printed when it is first asked for. */
	static synchronized BackingChoice made() {
		if (made == null) {
			made = of(System.getProperty(SETTING, "auto"), BackingContainers::obstacle);
			System.out.println(made);
		}
		return made;
	}

	/**
	 * Chooses.
	 * @param asked the setting
	 * @param obstacle why there can be no containers, asked only where it matters
	 */
	static BackingChoice of(String asked, Supplier<Optional<String>> obstacle) {
		return switch (asked) {
			case "local" -> new BackingChoice(false, "as -D%s=local asks for".formatted(SETTING));
			case "containers" -> demanded(obstacle.get());
			case "auto" -> automatic(obstacle.get());
			default -> throw new IllegalArgumentException(
					"-D%s=%s is none of auto, local, containers".formatted(SETTING, asked));
		};
	}

	private static BackingChoice demanded(Optional<String> obstacle) {
		obstacle.ifPresent((why) -> {
			throw new IllegalStateException(
					"-D%s=containers is not possible: %s. Put that right, or ask for local.".formatted(SETTING, why));
		});
		return new BackingChoice(true, "as -D%s=containers asks for".formatted(SETTING));
	}

	private static BackingChoice automatic(Optional<String> obstacle) {
		return new BackingChoice(obstacle.isEmpty(), obstacle.orElse("Docker answers and has the images"));
	}

	@Override
	public String toString() {
		return "Where a test may have either, PostgreSQL and Kafka are %s here: %s."
			.formatted(this.containers ? "containers" : "local processes", this.because);
	}

}
