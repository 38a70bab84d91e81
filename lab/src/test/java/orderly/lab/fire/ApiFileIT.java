package orderly.lab.fire;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import orderly.lab.api.ApiFile;
import orderly.lab.api.ApiRequest;
import orderly.lab.client.Answer;
import orderly.lab.fire.SystemUnderFire.Running;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sends docs/api.http from top to bottom, as a person would. */
@ExtendWith(SystemUnderFire.class)
class ApiFileIT {

	private final Map<String, Answer> answers = new HashMap<>();

	@Test
	void everyRequestIsAnsweredAsItsTitleSays(Running system) {
		SoftAssertions softly = new SoftAssertions();
		for (ApiRequest request : ApiFile.read().requests()) {
			Answer answer = system.http().send(built(request, system));
			this.answers.put(request.name(), answer);
			softly.assertThat(answer.status()).as("%s: %s", request.title(), answer.body()).isEqualTo(request.status());
		}
		softly.assertAll();
	}

	private HttpRequest.Builder built(ApiRequest request, Running system) {
		HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(request.url((name) -> value(name, system))))
			.method(request.method(), BodyPublishers.ofString(request.body()));
		request.headers().forEach(http::header);
		return http;
	}

	private String value(List<String> name, Running system) {
		if (name.size() == 1) {
			return system.processes().state().gateway();
		}
		Answer before = this.answers.get(name.getFirst());
		return (before != null) ? before.body().path(name.getLast()).asString("") : "";
	}

}
