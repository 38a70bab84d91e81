package orderly.lab.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import org.jspecify.annotations.Nullable;

/** What holds for every pod, whoever made it. */
final class PodRules {

	private PodRules() {
	}

	static Stream<String> violations(Workload workload) {
		return Stream.concat(ofPod(workload), workload.containers().stream().flatMap(PodRules::ofContainer))
			.map((violation) -> workload.name() + ": " + violation);
	}

	private static Stream<String> ofPod(Workload workload) {
		PodSecurityContext security = Objects.requireNonNullElseGet(workload.pod().getSecurityContext(),
				PodSecurityContext::new);
		return broken(rule("has a token of Kubernetes", isFalse(workload.pod().getAutomountServiceAccountToken())),
				rule("has other Services among its settings", isFalse(workload.pod().getEnableServiceLinks())),
				rule("may be root",
						isTrue(security.getRunAsNonRoot()) && security.getRunAsUser() != null
								&& security.getRunAsUser() > 0),
				rule("may make any system call", isDefault(security.getSeccompProfile())));
	}

	private static Stream<String> ofContainer(Container each) {
		SecurityContext security = Objects.requireNonNullElseGet(each.getSecurityContext(), SecurityContext::new);
		return broken(rule("may escalate", isFalse(security.getAllowPrivilegeEscalation())),
				rule("may write to its image", isTrue(security.getReadOnlyRootFilesystem())),
				rule("has capabilities",
						security.getCapabilities() != null
								&& List.of("ALL").equals(security.getCapabilities().getDrop())
								&& security.getCapabilities().getAdd().isEmpty()),
				rule("has no startup probe", asks(each.getStartupProbe())),
				rule("has no readiness probe", asks(each.getReadinessProbe())),
				rule("has no liveness probe", asks(each.getLivenessProbe())),
				rule("has no cpu limit", each.getResources() != null && has("cpu", each.getResources().getLimits())),
				rule("has no memory limit",
						each.getResources() != null && has("memory", each.getResources().getLimits())),
				rule("asks for no cpu", each.getResources() != null && has("cpu", each.getResources().getRequests())),
				rule("asks for no memory",
						each.getResources() != null && has("memory", each.getResources().getRequests())));
	}

	private static boolean asks(@Nullable Probe probe) {
		return probe != null
				&& Stream.of(probe.getHttpGet(), probe.getExec(), probe.getTcpSocket()).anyMatch(Objects::nonNull);
	}

	private static boolean has(String resource, @Nullable Map<String, Quantity> amounts) {
		return amounts != null && amounts.containsKey(resource);
	}

	private static boolean isDefault(@Nullable SeccompProfile profile) {
		return profile != null && "RuntimeDefault".equals(profile.getType());
	}

	private static boolean isTrue(@Nullable Boolean value) {
		return Boolean.TRUE.equals(value);
	}

	private static boolean isFalse(@Nullable Boolean value) {
		return Boolean.FALSE.equals(value);
	}

	private record Rule(String violation, boolean kept) {
	}

	private static Rule rule(String violation, boolean kept) {
		return new Rule(violation, kept);
	}

	private static Stream<String> broken(Rule... rules) {
		return Stream.of(rules).filter((rule) -> !rule.kept()).map(Rule::violation);
	}

}
