package orderly.order;

import java.net.URI;
import java.time.Instant;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What clients are told about the end of version 1.
 *
 * @param deprecated since when nobody should begin to use it
 * @param sunset when it may be gone, later than that
 * @param page where people read what to do, at the edge
 */
@ConfigurationProperties("orderly.order.version1")
record Version1Settings(Instant deprecated, Instant sunset, URI page) {
}
