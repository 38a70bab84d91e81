package orderly.balancing;

import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Meter;
import org.junit.jupiter.api.Test;

import org.springframework.cloud.client.ServiceInstance;

import static org.assertj.core.api.Assertions.assertThat;

class CalledInstancesTests {

	private final Bench bench = new Bench();

	private final ServiceInstance green = Bench.instance("green", 1, Map.of("instance", "7"));

	private final ServiceInstance black = Bench.instance("black", 2, Map.of());

	@Test
	void areMeasuredByPartnerAndInstance() {
		this.bench.called.at(this.green).call();
		CountedCall done = this.bench.called.at(this.green).call();
		done.end();
		assertThat(this.bench.meters.get("orderly.balancing.in-flight")
			.tags("partner", "green", "instance", "7")
			.gauge()
			.value()).isEqualTo(1);
		assertThat(this.bench.meters.get("orderly.balancing.calls")
			.tags("partner", "green", "instance", "7")
			.counter()
			.count()).isEqualTo(2);
	}

	@Test
	void areCalledByTheirAddressWhenTheyHaveNoNumber() {
		assertThat(InstanceName.of(this.black)).hasToString("black#127.0.0.1:9002");
	}

	@Test
	void haveOneNameHoweverTheRegistrySpellsIt() {
		assertThat(InstanceName.of(Bench.instance("GREEN", 1, Map.of("instance", "7")))).hasToString("green#7");
	}

	@Test
	void leaveWithTheirMetersWhenTheRegistryForgetsThem() {
		this.bench.called.at(this.green).call();
		this.bench.called.at(this.black).call();
		new KnownInstances(Bench.supplierOf(List.of()), this.bench.called).get().blockLast();
		assertThat(partners()).containsOnly("green", "black");
		this.bench.called.keepOnly("green", List.of());
		assertThat(partners()).containsOnly("black");
	}

	@Test
	void startAnewWhenTheyComeBack() {
		CountedCall lost = this.bench.called.at(this.green).call();
		lost.fail();
		this.bench.called.keepOnly("green", List.of());
		assertThat(this.bench.called.at(this.green).isTrusted()).isTrue();
		assertThat(this.bench.called.at(this.green).inFlight()).isZero();
		lost.end();
		assertThat(this.bench.called.at(this.green).inFlight()).isZero();
		assertThat(partners()).containsOnly("green");
	}

	private List<String> partners() {
		return this.bench.meters.getMeters().stream().map(Meter::getId).map((id) -> id.getTag("partner")).toList();
	}

}
