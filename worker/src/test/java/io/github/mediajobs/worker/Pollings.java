package io.github.mediajobs.worker;

import io.github.mediajobs.wire.Polling;
import java.time.Duration;

/** Schedules without chance. */
public final class Pollings {
  static final Polling EVERY_MINUTE = Polling.fixed(Duration.ofMinutes(1));

  /** One poll at the start, the next at the deadline. */
  public static final Polling NEVER_AGAIN = Polling.fixed(Duration.ofDays(30));

  private Pollings() {}
}
