package orderly.lab.launcher;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopologyTests {

	private final Topology topology = new Topology(1000);

	@Test
	void startsNothingBeforeWhatItNeeds() {
		List<String> started = new ArrayList<>();
		for (Part part : this.topology.parts()) {
			assertThat(started).containsAll(part.after());
			started.add(part.name());
		}
	}

	@Test
	void givesEachProcessAPortOfItsOwn() {
		List<Integer> ports = new ArrayList<>(this.topology.all().stream().map(Part::port).toList());
		ports.addAll(List.of(this.topology.controlPort(), this.topology.kafkaControllerPort()));
		assertThat(ports).doesNotHaveDuplicates()
			.containsExactlyInAnyOrder(9080, 9761, 10411, 9081, 9082, 9083, 9084, 9089, 9090, 16432, 20092, 20093);
	}

	@Test
	void hasPortsThatExistAtTheHighestOffset() {
		Topology highest = new Topology(PortOffset.MOST);
		assertThat(highest.all()).extracting(Part::port).allMatch((port) -> port <= 65535);
		assertThat(highest.kafkaControllerPort()).isLessThanOrEqualTo(65535);
	}

	@Test
	void movesEveryAddressByTheOffset() {
		List<String> settings = this.topology.parts()
			.stream()
			.flatMap((part) -> part.environment().values().stream())
			.toList();
		assertThat(settings).contains("http://127.0.0.1:9761/eureka/", "127.0.0.1:20092", "http://127.0.0.1:9089",
				"jdbc:postgresql://127.0.0.1:16432/payments");
		assertThat(settings).noneMatch((value) -> value.matches(".*:(8761|19092|15432|9411|8089).*"));
	}

	@Test
	void givesEachServiceThatKeepsSomethingADatabaseOfItsOwn() {
		List<String> owners = this.topology.all()
			.stream()
			.flatMap((part) -> part.environment().entrySet().stream())
			.filter((setting) -> setting.getKey().equals("SPRING_DATASOURCE_USERNAME"))
			.map((setting) -> setting.getValue())
			.toList();
		assertThat(owners).containsExactlyInAnyOrderElementsOf(Topology.DATABASES);
	}

}
