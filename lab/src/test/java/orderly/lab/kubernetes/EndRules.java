package orderly.lab.kubernetes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.SleepAction;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.io.FileSystemResource;

/** A pod of ours is killed only after it had the time that it takes to leave. */
final class EndRules {

	// what Kubernetes gives
	private static final long UNLESS_SAID = 30;

	private final Duration leaving;

	/**
	 * Prepares the rules.
	 * @param defaults the settings that every service starts from
	 */
	EndRules(Path defaults) {
		YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
		yaml.setResources(new FileSystemResource(defaults));
		Properties settings = Objects.requireNonNull(yaml.getObject());
		this.leaving = duration(settings, "orderly.drain")
			.plus(duration(settings, "spring.lifecycle.timeout-per-shutdown-phase"));
	}

	Stream<String> violations(Workload workload) {
		Duration grace = Duration
			.ofSeconds(Objects.requireNonNullElse(workload.pod().getTerminationGracePeriodSeconds(), UNLESS_SAID));
		boolean ours = workload.containers().stream().anyMatch((each) -> each.getImage().startsWith("orderly/"));
		return (ours && grace.compareTo(this.leaving.plus(pause(workload))) <= 0)
				? Stream.of(workload.name() + ": is killed while it still leaves") : Stream.empty();
	}

	private static Duration pause(Workload workload) {
		return workload.containers()
			.stream()
			.flatMap((each) -> Optional.ofNullable(each.getLifecycle())
				.map(Lifecycle::getPreStop)
				.map(LifecycleHandler::getSleep)
				.map(SleepAction::getSeconds)
				.stream())
			.map(Duration::ofSeconds)
			.reduce(Duration.ZERO, Duration::plus);
	}

	private static Duration duration(Properties settings, String name) {
		return DurationStyle.detectAndParse(settings.getProperty(name));
	}

}
