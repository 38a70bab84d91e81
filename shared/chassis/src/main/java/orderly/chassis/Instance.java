package orderly.chassis;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Who this process is among its equals, and how it treats its callers.
 *
 * @param release the release that it runs, shown in {@code X-Served-By}
 * @param instance its number or name within the service
 * @param maxBody the largest body of a request, counted as it arrives
 * @param atOnce how many requests it works on at the same time, 1 and more; the others
 * wait
 * @param drain how long it goes on serving after it has left the registry: as long as its
 * callers may still remember it
 */
@ConfigurationProperties("orderly")
record Instance(String release, String instance, DataSize maxBody, int atOnce, Duration drain) {

	String servedBy(String service) {
		return service + ";release=" + this.release + ";instance=" + this.instance;
	}

}
