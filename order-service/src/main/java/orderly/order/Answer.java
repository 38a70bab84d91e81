package orderly.order;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * An answer as it goes over the wire, so that it can be given again.
 */
record Answer(int status, @Nullable String location, String contentType, String body) {

	ResponseEntity<byte[]> toResponse() {
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(this.status)
			.header(HttpHeaders.CONTENT_TYPE, this.contentType);
		if (this.location != null) {
			answer.header(HttpHeaders.LOCATION, this.location);
		}
		return answer.body(this.body.getBytes(StandardCharsets.UTF_8));
	}

}
