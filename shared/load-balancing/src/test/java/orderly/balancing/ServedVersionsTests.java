package orderly.balancing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultRequest;
import org.springframework.cloud.client.loadbalancer.RequestData;
import org.springframework.cloud.client.loadbalancer.RequestDataContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class ServedVersionsTests {

	private final ServedVersions instances = new ServedVersions(
			Bench.supplierOf(List.of(serving("1"), serving("2"), serving("1, 2"), serving(null))));

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			1    | 1; 1, 2; any
			2    | 2; 1, 2; any
			3    | any
			none | 1; 2; 1, 2; any
			""")
	void areThoseThatTheRequestAsksFor(@Nullable String version, String expected) {
		assertThat(served(version)).containsExactly(expected.split("; "));
	}

	@Test
	void areAllWhereThereIsNoRequest() {
		assertThat(this.instances.get().blockLast()).hasSize(4);
		assertThat(this.instances.get(new DefaultRequest<>()).blockLast()).hasSize(4);
	}

	private List<String> served(@Nullable String version) {
		HttpHeaders headers = new HttpHeaders();
		if (version != null) {
			headers.set("API-Version", version);
		}
		RequestData request = new RequestData(HttpMethod.GET, URI.create("/"), headers, new LinkedMultiValueMap<>(),
				Map.of());
		return Objects
			.requireNonNull(this.instances.get(new DefaultRequest<>(new RequestDataContext(request))).blockLast())
			.stream()
			.map((instance) -> Metadata.of(instance, "api-versions").orElse("any"))
			.toList();
	}

	private static ServiceInstance serving(@Nullable String versions) {
		return Bench.instance("tea", 1, (versions != null) ? Map.of("api-versions", versions) : Map.of());
	}

}
