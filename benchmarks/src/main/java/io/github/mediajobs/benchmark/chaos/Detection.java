package io.github.mediajobs.benchmark.chaos;

import java.time.Duration;
import java.time.Instant;

/**
 * When an end was known.
 *
 * @param endedAt when the job had ended and its run had begun
 * @param mended when the last trouble was over
 * @param knownAt when the run knew
 */
record Detection(Instant endedAt, Instant mended, Instant knownAt) {
  /** A look may be due only now; then half a minute more is allowed. */
  static final Duration BOUND =
      Duration.ofMillis((long) (Pipeline.CEILING.toMillis() * (1 + Pipeline.JITTER)))
          .plusSeconds(30);

  Duration delay() {
    return Duration.between(mended.isAfter(endedAt) ? mended : endedAt, knownAt);
  }

  boolean late() {
    return delay().compareTo(BOUND) > 0;
  }
}
