package orderly.balancing;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;

/**
 * A partner as a service declares one.
 */
interface Tea {

	@GetExchange("/cup")
	String cup(@RequestHeader(name = "API-Version", required = false) @Nullable String version);

}
