package orderly.test.deployment;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class GivenSettingsTests {

	static final String COMPOSE = """
			x-environment: &environment
			  SHARED: 1
			services:
			  first:
			    image: orderly/shop
			    environment:
			      <<: *environment
			      OWN: 2
			  second:
			    image: orderly/shop
			    environment: {RELEASE: 2}
			  other:
			    image: orderly/bank
			    environment: {ELSE: 3}
			""";

	static final String MANIFESTS = """
			kind: ConfigMap
			metadata: {name: shared}
			data: {SHARED: a}
			---
			kind: ConfigMap
			metadata: {name: other}
			data: {ELSE: a}
			---
			kind: Secret
			metadata: {name: shared}
			data: {SECRET: YQ==}
			---
			kind: Deployment
			spec:
			  template:
			    spec:
			      containers:
			        - image: orderly/shop:1
			          env: [{name: OWN, value: b}]
			          envFrom: [{configMapRef: {name: shared}}, {secretRef: {name: shared}}]
			        - image: orderly/bank
			          envFrom: [{configMapRef: {name: other}}]
			""";

	@Test
	void composeGivesItsAnchorsToo() {
		assertThat(GivenSettings.byCompose(COMPOSE, "orderly/shop")).containsExactly("OWN", "RELEASE", "SHARED");
	}

	@Test
	void kubernetesGivesWhatMapsAndSecretsHold() {
		assertThat(GivenSettings.byKubernetes(MANIFESTS, "orderly/shop")).containsExactly("OWN", "SECRET", "SHARED");
	}

	@Test
	void anImageThatNobodyRunsIsAnError() {
		assertThatIllegalStateException().isThrownBy(() -> GivenSettings.byCompose(COMPOSE, "orderly/shopp"));
		assertThatIllegalStateException().isThrownBy(() -> GivenSettings.byKubernetes(MANIFESTS, "orderly/shopp"));
	}

}
