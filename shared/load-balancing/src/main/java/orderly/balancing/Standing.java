package orderly.balancing;

import java.time.Instant;

/**
 * What an instance's last calls have told of it.
 *
 * @param failures how often it failed since it last succeeded, those left out that came
 * while it was passed over: they were under way before
 * @param untrustedUntil how long it is passed over
 */
record Standing(int failures, Instant untrustedUntil) {

	static final Standing GOOD = new Standing(0, Instant.MIN);

	boolean isTrusted(Instant now) {
		return !now.isBefore(this.untrustedUntil);
	}

	Standing afterFailure(Instant now, BalancingSettings settings) {
		return isTrusted(now) ? new Standing(this.failures + 1, now.plus(settings.passOver(this.failures))) : this;
	}

	Standing afterSuccess(Instant now) {
		return isTrusted(now) ? GOOD : this;
	}

}
