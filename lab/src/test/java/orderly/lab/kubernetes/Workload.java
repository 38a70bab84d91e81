package orderly.lab.kubernetes;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;

/**
 * What makes pods.
 *
 * @param name the Deployment's or StatefulSet's
 * @param selector which pods it takes for its own
 * @param template what its pods look like
 * @param claims the volumes that each of its pods gets for good
 */
record Workload(String name, LabelSelector selector, PodTemplateSpec template, List<String> claims) {

	static Workload of(Deployment each) {
		return new Workload(each.getMetadata().getName(), each.getSpec().getSelector(), each.getSpec().getTemplate(),
				List.of());
	}

	static Workload of(StatefulSet each) {
		return new Workload(each.getMetadata().getName(), each.getSpec().getSelector(), each.getSpec().getTemplate(),
				each.getSpec()
					.getVolumeClaimTemplates()
					.stream()
					.map((claim) -> claim.getMetadata().getName())
					.toList());
	}

	PodSpec pod() {
		return this.template.getSpec();
	}

	List<Container> containers() {
		return pod().getContainers();
	}

	/** Whether its pods have all these labels. */
	boolean isChosenBy(Map<String, String> labels) {
		return this.template.getMetadata().getLabels().entrySet().containsAll(labels.entrySet());
	}

}
