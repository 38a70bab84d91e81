package orderly.order.calls;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How often a failed call is made again, and after which pauses.
 *
 * @param attempts calls in all, the first included, 1 to 5
 * @param firstPause the bound of the first pause, at least 1 ms; a pause is random
 * between nothing and its bound, which doubles from pause to pause (full jitter)
 * @param longestPause where the bound stops to double, at least the first pause
 */
public record RetrySettings(@Min(1) @Max(5) int attempts, Duration firstPause, Duration longestPause) {
}
