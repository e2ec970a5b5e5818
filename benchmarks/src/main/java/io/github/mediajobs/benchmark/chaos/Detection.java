package io.github.mediajobs.benchmark.chaos;

import java.time.Duration;
import java.time.Instant;

/**
 * When an end was known.
 *
 * @param due when the job had ended, its run had begun and the last trouble was mended
 * @param knownAt when the run knew
 */
record Detection(Instant due, Instant knownAt) {
  /** A look may be due only now; then half a minute more is allowed. */
  static final Duration BOUND =
      Duration.ofMillis((long) (Pipeline.CEILING.toMillis() * (1 + Pipeline.JITTER)))
          .plusSeconds(30);

  Duration delay() {
    return Duration.between(due, knownAt);
  }

  boolean late() {
    return delay().compareTo(BOUND) > 0;
  }
}
