package orderly.balancing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * An instance that registers itself, drains when it stops, and says who it is. Not a
 * configuration by itself, so that nobody finds it by scanning.
 */
@EnableAutoConfiguration
class TeaServer {

	@Bean
	RouterFunction<ServerResponse> cup(@Value("${orderly.instance}") String instance) {
		return RouterFunctions.route().GET("/cup", (_) -> ServerResponse.ok().body(instance)).build();
	}

}
