package io.github.mediajobs.emulator.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The account's limit of calls per second, for each operation on its own: a token bucket that holds
 * one second's worth. Unlimited until set.
 */
public final class RateLimit {
  private final Map<String, Bucket> buckets = new HashMap<>();
  private double callsPerSecond = Double.POSITIVE_INFINITY;

  /**
   * Sets the limit; all buckets are full again.
   *
   * @param value calls per second, above zero; infinity for no limit
   * @throws IllegalArgumentException when it is not above zero
   */
  public synchronized void set(double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException("callsPerSecond: expected above zero, got " + value);
    }
    callsPerSecond = value;
    buckets.clear();
  }

  /** Lifts the limit. */
  public void clear() {
    set(Double.POSITIVE_INFINITY);
  }

  /**
   * Takes a token.
   *
   * @param action the operation that is called
   * @param now the time
   * @return false when the call is above the limit
   */
  public synchronized boolean allows(String action, Instant now) {
    return Double.isInfinite(callsPerSecond)
        || buckets.computeIfAbsent(action, name -> new Bucket(now)).take(now);
  }

  private final class Bucket {
    private double tokens = Math.max(1, callsPerSecond);
    private Instant filledAt;

    Bucket(Instant now) {
      filledAt = now;
    }

    boolean take(Instant now) {
      double seconds = Math.max(0, Duration.between(filledAt, now).toNanos() / 1e9);
      tokens = Math.min(Math.max(1, callsPerSecond), tokens + seconds * callsPerSecond);
      filledAt = now;
      if (tokens < 1) {
        return false;
      }
      tokens--;
      return true;
    }
  }
}
