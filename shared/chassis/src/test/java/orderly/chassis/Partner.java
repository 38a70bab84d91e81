package orderly.chassis;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/**
 * A partner as a service declares one.
 */
interface Partner {

	@GetExchange("/things/{id}")
	String thing(@PathVariable String id);

}
