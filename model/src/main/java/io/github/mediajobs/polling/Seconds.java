package io.github.mediajobs.polling;

import java.time.Duration;

/** Durations as decimal seconds, bounded to what a wait can use. */
final class Seconds {
  private static final double MAX = Duration.ofDays(365).toSeconds();

  private Seconds() {}

  static double in(Duration duration) {
    return duration.toSeconds() + duration.toNanosPart() / 1e9;
  }

  static Duration of(double seconds) {
    return Duration.ofNanos(Math.round(Math.min(seconds, MAX) * 1e9));
  }
}
