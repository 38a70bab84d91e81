package orderly.chassis;

import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * Shows and switches this process's policies: {@code GET /actuator/policies}, and
 * {@code POST /actuator/policies/NAME} with {@code {"state": "on|off"}}.
 */
@Endpoint(id = "policies")
class PoliciesEndpoint {

	private static final Logger log = LoggerFactory.getLogger(PoliciesEndpoint.class);

	private final Policies policies;

	PoliciesEndpoint(Policies policies) {
		this.policies = policies;
	}

	@ReadOperation
	Map<String, Map<String, String>> all() {
		Map<String, String> states = new TreeMap<>();
		this.policies.states().forEach((name, on) -> states.put(name, on ? "on" : "off"));
		return Map.of("policies", states);
	}

	@WriteOperation
	WebEndpointResponse<Void> set(@Selector String name, String state) {
		if (!this.policies.states().containsKey(name)) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		this.policies.set(name, isOn(state));
		log.info("Policy {} is {}", name, state);
		return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT);
	}

	private static boolean isOn(String state) {
		return switch (state) {
			case "on" -> true;
			case "off" -> false;
			default -> throw new InvalidEndpointRequestException("no state: " + state, "A state is on or off.");
		};
	}

}
