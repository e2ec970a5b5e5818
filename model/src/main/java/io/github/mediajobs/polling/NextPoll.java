package io.github.mediajobs.polling;

import java.time.Duration;
import java.util.Objects;

/**
 * What a schedule says.
 *
 * @param delay until the next poll
 * @param spacing between polls at that time, of which jitter takes its share
 */
public record NextPoll(Duration delay, Duration spacing) {
  public NextPoll {
    Objects.requireNonNull(delay, "delay");
    Objects.requireNonNull(spacing, "spacing");
  }

  static NextPoll in(Duration delay) {
    return new NextPoll(delay, delay);
  }
}
