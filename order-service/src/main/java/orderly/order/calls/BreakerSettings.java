package orderly.order.calls;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * When a partner is taken to be out of order, and how long that is believed.
 *
 * @param lastCalls how many of the last calls are judged, 1 or more
 * @param fewestCalls how many must have been made before any judgement, 1 to
 * {@code lastCalls}
 * @param failures how many of 100 calls must have failed to open the breaker, 1 to 100
 * @param slowAfter how long a call may take before it is called slow
 * @param slow how many of 100 calls must have been slow to open the breaker, 1 to 100
 * @param pause how long nothing is called once the breaker is open, more than 0
 * @param probes how many calls are then let through to find out, 1 or more
 */
public record BreakerSettings(@Min(1) int lastCalls, @Min(1) int fewestCalls, @Min(1) @Max(100) int failures,
		Duration slowAfter, @Min(1) @Max(100) int slow, Duration pause, @Min(1) int probes) {
}
