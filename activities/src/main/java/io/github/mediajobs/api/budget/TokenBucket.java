package io.github.mediajobs.api.budget;

import java.time.Duration;
import java.time.Instant;

/**
 * Tokens for one call each, evenly spaced: a bucket one token deep, so that no second holds more of
 * them than the rate. Tokens are handed out ahead of their time, in the order of asking. Not safe
 * for threads.
 */
final class TokenBucket {
  private static final double NANOS = 1e9;

  private Instant next = Instant.EPOCH;
  private Instant seen = Instant.EPOCH;

  /** How long until the next token; zero when it is there. */
  Duration wait(Instant now) {
    follow(now);
    return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
  }

  /** Takes the next token; the one after it comes a rate's interval later. */
  void take(Instant now, double callsPerSecond) {
    follow(now);
    Instant token = next.isAfter(now) ? next : now;
    next = token.plusNanos((long) Math.ceil(NANOS / callsPerSecond));
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
