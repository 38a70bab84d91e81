package orderly.lab.kubernetes;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import orderly.test.deployment.Manifests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ManifestsTests {

	private static final Path DEFAULTS = Path.of("../shared/chassis/src/main/resources/orderly/chassis/defaults.yml");

	@SuppressWarnings("NullAway.Init")
	private static String local;

	@BeforeAll
	static void render() {
		local = Manifests.rendered("k8s/overlays/local");
	}

	@Test
	void theLocalOverlayKeepsAllRules() {
		assertThat(violations(local)).isEmpty();
	}

	@Test
	void theBaseLacksNothingButThePasswords() {
		assertThat(violations(Manifests.rendered("k8s/base"))).containsExactlyInAnyOrder(
				"order-service: there is no Secret databases/orders",
				"inventory-service: there is no Secret databases/inventory",
				"payment-service: there is no Secret databases/payments",
				"payment-provider: there is no Secret databases/provider");
	}

	@Test
	void theLocalOverlayHasEveryProcessAndASecondRelease() {
		assertThat(Cluster.of(local).workloads()).extracting(Workload::name)
			.containsExactlyInAnyOrder("registry", "gateway", "order-service", "order-service-2", "inventory-service",
					"payment-service", "payment-provider", "kafka", "postgres", "zipkin");
	}

	@ParameterizedTest
	@CsvSource({ "startupProbe, startingProbe", "readOnlyRootFilesystem, readonlyRootFilesystem",
			"kind: ServiceAccount, kind: ServicAccount",
			"terminationGracePeriodSeconds: 20, terminationGracePeriodSeconds: long" })
	void noticesWhatKubernetesDoesNotKnow(String right, String wrong) {
		assertThat(local).contains(right);
		assertThatIllegalArgumentException().isThrownBy(() -> Cluster.of(local.replace(right, wrong)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			automountServiceAccountToken  | true                       | has a token of Kubernetes
			enableServiceLinks            |                            | has other Services among its settings
			runAsNonRoot                  | false                      | may be root
			runAsUser                     | 0                          | may be root
			runAsUser                     |                            | may be root
			seccompProfile                | {type: Unconfined}         | may make any system call
			seccompProfile                |                            | may make any system call
			allowPrivilegeEscalation      |                            | may escalate
			readOnlyRootFilesystem        | false                      | may write to its image
			capabilities                  | {drop: [NET_RAW]}          | has capabilities
			capabilities                  | {drop: [ALL], add: [KILL]} | has capabilities
			startupProbe                  |                            | has no startup probe
			readinessProbe                | {periodSeconds: 1}         | has no readiness probe
			livenessProbe                 |                            | has no liveness probe
			limits                        | {memory: 1Gi}              | has no cpu limit
			limits                        | {cpu: 1}                   | has no memory limit
			requests                      | {memory: 1Gi}              | asks for no cpu
			requests                      | {cpu: 1}                   | asks for no memory
			resources                     |                            | has no memory limit
			terminationGracePeriodSeconds | 12                         | is killed while it still leaves
			preStop                       | {sleep: {seconds: 8}}      | is killed while it still leaves
			serviceAccountName            | nobody                     | there is no ServiceAccount nobody
			matchLabels                   | {app: nobody}              | does not find its own pods
			matchLabels                   | {app: order-service}       | takes the pods of order-service-2 for its own
			Service/selector              | {app: nobody}              | has no pods
			targetPort                    | nowhere                    | nobody listens at nowhere
			configMapRef                  | {name: none}               | there is no ConfigMap none
			secretKeyRef                  | {name: none, key: a}       | there is no Secret none/a
			secretName                    | none                       | there is no Secret none
			configMap                     | {name: none}               | there is no ConfigMap none
			volumeMounts                  | [{name: none}]             | there is no volume none
			""")
	void noticesWhatIsNotAsItMustBe(String place, @Nullable String value, String violation) {
		assertThat(violations(Broken.at(place, value).of(local))).anyMatch((each) -> each.endsWith(": " + violation));
	}

	private static List<String> violations(String manifests) {
		Cluster cluster = Cluster.of(manifests);
		EndRules end = new EndRules(DEFAULTS);
		return Stream
			.concat(new ReferenceRules(cluster).violations(),
					cluster.workloads()
						.stream()
						.flatMap((each) -> Stream.concat(PodRules.violations(each), end.violations(each))))
			.toList();
	}

}
