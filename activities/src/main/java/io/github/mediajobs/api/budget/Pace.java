package io.github.mediajobs.api.budget;

import java.time.Duration;
import java.time.Instant;

/** When calls may be made: evenly spaced, at a rate that follows the API. Not safe for threads. */
final class Pace {
  private final TokenBucket bucket = new TokenBucket();
  private final AdaptiveRate rate;

  /** Starts at the ceiling, in calls per second. */
  Pace(double ceiling) {
    this.rate = new AdaptiveRate(ceiling);
  }

  double callsPerSecond() {
    return rate.callsPerSecond();
  }

  /** How long until the call that comes after so many others. */
  Duration wait(Instant now, int others) {
    return bucket.wait(now).plus(TokenBucket.interval(callsPerSecond()).multipliedBy(others));
  }

  void take(Instant now) {
    bucket.take(now, callsPerSecond());
  }

  void takeAwaited(Instant now) {
    bucket.takeAwaited(now, callsPerSecond());
  }

  void succeeded(Instant now) {
    rate.succeeded(now);
  }

  /** Whether the rate is lower than before. */
  boolean throttled(Instant now) {
    return rate.throttled(now);
  }
}
