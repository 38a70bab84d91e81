package orderly.lab.client;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

import orderly.lab.Exit;
import orderly.lab.LabException;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Which system a command speaks to: the one named by an option or the environment, else
 * the one that runs here.
 */
class Where {

	private final Supplier<Optional<Urls>> running;

	private final Http http = new Http();

	@Option(names = "--gateway", paramLabel = "URL", defaultValue = "${env:ORDERLY_GATEWAY}",
			description = "The gateway to speak to (or ORDERLY_GATEWAY); without it the system that runs here.")
	private @Nullable URI gateway;

	@Option(names = "--zipkin", paramLabel = "URL", defaultValue = "${env:ORDERLY_ZIPKIN}",
			description = "The Zipkin to ask for traces (or ORDERLY_ZIPKIN).")
	private @Nullable URI zipkin;

	Where(Supplier<Optional<Urls>> running) {
		this.running = running;
	}

	Gateway gateway() {
		return new Gateway(http, (gateway != null) ? web("--gateway", gateway) : here().gateway());
	}

	Zipkin zipkin() {
		return new Zipkin(http, zipkinUrl());
	}

	/** The page of a trace; empty where no Zipkin is known. */
	Optional<URI> traceUrl(@Nullable String traceId) {
		boolean known = zipkin != null || running.get().isPresent();
		return (known && traceId != null) ? Optional.of(Urls.traceUrl(zipkinUrl(), traceId)) : Optional.empty();
	}

	private URI zipkinUrl() {
		return (zipkin != null) ? web("--zipkin", zipkin) : here().zipkin();
	}

	private static URI web(String option, URI given) {
		if (given.getHost() == null || !String.valueOf(given.getScheme()).matches("https?")) {
			throw new LabException(Exit.USAGE,
					"%s wants an address as http://127.0.0.1:8080, not '%s'.".formatted(option, given), null);
		}
		return given;
	}

	private Urls here() {
		return running.get()
			.orElseThrow(() -> new LabException(Exit.NOT_RUNNING,
					"Nothing runs here. Start it with ./orderly up, or name a running system with --gateway and --zipkin.",
					null));
	}

}
