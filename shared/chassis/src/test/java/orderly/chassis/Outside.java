package orderly.chassis;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/**
 * A partner outside of the registry.
 */
interface Outside {

	@GetExchange("/others/{id}")
	String other(@PathVariable String id);

}
