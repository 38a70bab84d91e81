package orderly.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class PartnersTests {

	private static final Duration LONG = Duration.ofHours(1);

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	@Test
	void areWaitedForWhileThereIsPatience() {
		Partners partners = partners(LONG);
		assertThat(partners.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		this.known.add("a");
		Health health = partners.health();
		assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(health.getDetails()).isEqualTo(Map.of("missing", List.of("b")));
		this.known.add("b");
		assertThat(partners.health()).isEqualTo(Health.up().build());
	}

	@Test
	void areNotWaitedForAnyLongerWhenPatienceIsOver() {
		this.known.add("a");
		Health health = partners(Duration.ZERO).health();
		assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
		assertThat(health.getDetails()).isEqualTo(Map.of("missing", List.of("b")));
	}

	@Test
	void areWaitedForWhileNoneIsKnownAtAll() {
		assertThat(partners(Duration.ZERO).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
	}

	@Test
	void mayGoOnceAllWereThere() {
		Partners partners = partners(LONG);
		this.known.addAll(Set.of("a", "b"));
		partners.health();
		this.known.clear();
		assertThat(partners.health().getStatus().getCode()).isEqualTo("DEGRADED");
	}

	private Partners partners(Duration patience) {
		LoadBalancerClient instances = mock();
		given(instances.choose(anyString())).willAnswer((call) -> this.known.contains(call.<String>getArgument(0))
				? new DefaultServiceInstance("1", call.getArgument(0), "127.0.0.1", 1, false) : null);
		return new Partners(instances, new GatewaySettings(List.of("a", "b"), patience,
				new GatewaySettings.Links(URI.create("http://z"), URI.create("http://e")), Map.of()));
	}

}
