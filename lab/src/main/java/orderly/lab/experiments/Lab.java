package orderly.lab.experiments;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import orderly.lab.client.Gateway;
import orderly.lab.client.Http;
import orderly.lab.client.Urls;
import orderly.lab.client.Zipkin;

/**
 * What an experiment has in its hands: the running system and a voice.
 *
 * @param http for what the gateway does not offer, as metrics and the provider's ledger
 * @param process the base URL of a process by its name, as {@code order-service}
 * @param logs the folder with an ECS file {@code NAME.json} for each process
 * @param driver breaks and mends, scales and switches
 * @param voice tells the user what goes on
 * @param afterwards takes what puts something back that the driver does not know, as
 * stock; it is run at the end, the last one first, also after a failure and after Ctrl-C
 * @param without the pattern that {@code --without} takes away from this run
 */
public record Lab(Gateway gateway, Zipkin zipkin, Http http, Function<String, URI> process, Path logs, Driver driver,
		Consumer<String> voice, Consumer<Runnable> afterwards, Optional<String> without) {

	/** A lab over a running system. */
	public static Lab over(Urls urls, Function<String, URI> process, Path logs, Driver driver) {
		Http http = new Http();
		return new Lab(new Gateway(http, urls.gateway()), new Zipkin(http, urls.zipkin()), http, process, logs, driver,
				line -> {
				}, later -> {
				}, Optional.empty());
	}

	/** Whether this run is to do without this pattern. */
	public boolean without(String pattern) {
		return without.filter(pattern::equals).isPresent();
	}

	/** The same lab with this voice. */
	Lab telling(Consumer<String> to) {
		return new Lab(gateway, zipkin, http, process, logs, driver, to, afterwards, without);
	}

	/** The same lab with another way to put things back. */
	public Lab puttingBack(Consumer<Runnable> later) {
		return new Lab(gateway, zipkin, http, process, logs, driver, voice, later, without);
	}

	/** The same lab for one trial. */
	Lab handedOver(Driver careful, Optional<String> lacking) {
		return new Lab(gateway, zipkin, http, process, logs, careful, voice, afterwards, lacking);
	}

}
