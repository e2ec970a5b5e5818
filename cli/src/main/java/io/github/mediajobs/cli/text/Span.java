package io.github.mediajobs.cli.text;

import java.time.Duration;

/** A duration as people read it. */
public final class Span {
  private Span() {}

  /**
   * Two units at most.
   *
   * @param duration negative ones count as zero
   * @return such as {@code 7 s}, {@code 3 min 05 s}, {@code 2 h 10 min}, {@code 4 d 06 h}
   */
  public static String of(Duration duration) {
    Duration whole = duration.isNegative() ? Duration.ZERO : duration.plusMillis(500);
    if (whole.toMinutes() == 0) {
      return whole.toSeconds() + " s";
    }
    if (whole.toHours() == 0) {
      return "%d min %02d s".formatted(whole.toMinutes(), whole.toSecondsPart());
    }
    if (whole.toDays() == 0) {
      return "%d h %02d min".formatted(whole.toHours(), whole.toMinutesPart());
    }
    return "%d d %02d h".formatted(whole.toDays(), whole.toHoursPart());
  }
}
