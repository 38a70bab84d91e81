package orderly.provider;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a caller gets, and when.
 *
 * @param status the HTTP status
 * @param body what is written as JSON; null hangs up without an answer
 * @param delay how long the answer is held back, with no lock held
 */
record Answer(int status, @Nullable Object body, Duration delay) {

	static Answer ok(Object body) {
		return new Answer(200, body, Duration.ZERO);
	}

	Answer after(Duration delay) {
		return new Answer(this.status, this.body, delay);
	}

	Answer lost() {
		return new Answer(this.status, null, this.delay);
	}

}
