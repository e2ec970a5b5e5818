package io.github.mediajobs.api.budget;

import java.time.Duration;
import java.time.Instant;

/**
 * A rate that finds its share of an account's limit (AIMD): a throttling answer multiplies it, at
 * most once a second; a second of success adds to it, up to where it started. Not safe for threads.
 */
final class AdaptiveRate {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final double DECREASE = 0.85;
  private static final double INCREASE_PER_SECOND = 0.01;
  private static final double LEAST = 1;
  private static final double NANOS = 1e9;

  private final double ceiling;
  private double current;
  private Instant lowered;
  private Instant raised;

  /** Starts at the ceiling, in calls per second. */
  AdaptiveRate(double ceiling) {
    this.ceiling = ceiling;
    this.current = ceiling;
  }

  double callsPerSecond() {
    return current;
  }

  /** Whether the rate is lower than before. */
  boolean throttled(Instant now) {
    raised = now;
    if (lowered != null && Duration.between(lowered, now).abs().compareTo(SECOND) < 0) {
      return false;
    }
    lowered = now;
    double before = current;
    current = Math.max(Math.min(LEAST, ceiling), current * DECREASE);
    return current < before;
  }

  void succeeded(Instant now) {
    if (current < ceiling) {
      double step = ceiling * INCREASE_PER_SECOND * secondsOfSuccess(now);
      current = Math.min(ceiling, current + step);
      raised = now;
    }
  }

  /**
   * No success for longer than a second is no longer success, and a jump back is no time at all.
   */
  private double secondsOfSuccess(Instant now) {
    Duration since = Duration.between(raised, now);
    if (since.isNegative()) {
      return 0;
    }
    return since.compareTo(SECOND) > 0 ? 1 : since.toNanos() / NANOS;
  }
}
