package io.github.mediajobs.api.budget;

import java.time.Duration;
import java.time.Instant;

/**
 * Tokens for one call each, evenly spaced: a bucket one token deep. They are spaced as if a second
 * were 20 ms longer, so that no second holds more calls than the rate where calls reach the API a
 * little late: up to 10 ms is made up for by the tokens after a late one, the rest is the
 * network's. Not safe for threads.
 */
final class TokenBucket {
  private static final double SECOND_NANOS = 1.02e9;
  private static final Duration MADE_UP = Duration.ofMillis(10);

  private Instant next = Instant.EPOCH;
  private Instant seen = Instant.EPOCH;

  /** How long until the next token; zero when it is there. */
  Duration wait(Instant now) {
    follow(now);
    return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
  }

  /** Takes the next token, at its time or now; the one after it comes a rate's interval later. */
  void take(Instant now, double callsPerSecond) {
    follow(now);
    next = later(next, now).plus(interval(callsPerSecond));
  }

  /** The same for one who waited: a token taken late does not put off those after it. */
  void takeAwaited(Instant now, double callsPerSecond) {
    follow(now);
    next = later(next, now.minus(MADE_UP)).plus(interval(callsPerSecond));
  }

  static Duration interval(double callsPerSecond) {
    return Duration.ofNanos((long) Math.ceil(SECOND_NANOS / callsPerSecond));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * A clock that jumps back takes the promised tokens along, or callers would wait for the jump.
   */
  private void follow(Instant now) {
    if (now.isBefore(seen)) {
      next = next.minus(Duration.between(now, seen));
    }
    seen = now;
  }
}
