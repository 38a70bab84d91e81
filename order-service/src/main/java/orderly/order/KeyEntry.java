package orderly.order;

import org.jspecify.annotations.Nullable;

/**
 * An Idempotency-Key as it is stored: the attempt that took it, and the answer, which is
 * missing while that attempt is in progress.
 */
record KeyEntry(String customer, String key, String fingerprint, String apiVersion, String instance,
		@Nullable String traceparent, @Nullable Integer status, @Nullable String location, @Nullable String contentType,
		@Nullable String body) {

	Attempt attempt() {
		return new Attempt(this.customer, this.key, this.fingerprint, this.apiVersion, this.instance, this.traceparent);
	}

	Answer answerTo(Attempt again) {
		if (!again.fingerprint().equals(this.fingerprint)) {
			throw OrderProblems.keyReused();
		}
		if (this.status == null || this.contentType == null || this.body == null) {
			throw OrderProblems.inProgress();
		}
		return new Answer(this.status, this.location, this.contentType, this.body);
	}

}
