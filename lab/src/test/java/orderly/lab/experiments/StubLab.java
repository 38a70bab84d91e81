package orderly.lab.experiments;

import java.nio.file.Path;
import java.util.List;

import orderly.lab.client.Http;
import orderly.lab.client.StubServer;
import orderly.lab.client.Urls;

/** A laboratory over canned answers, where no process can be broken. */
public final class StubLab {

	private StubLab() {
	}

	/** The stub is the gateway, Zipkin and every process. */
	public static Lab over(StubServer stub) {
		return Lab.over(new Urls(stub.url(), stub.url()), (name) -> stub.url(), Path.of("."),
				new ActuatorDriver(new Http(), List.of(), (name) -> List.of()));
	}

}
