package io.github.mediajobs.polling;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What is known when the next delay is chosen.
 *
 * @param elapsed since the job's submission where the API tells it, else since the wait began
 * @param polls polls so far, at least 1
 * @param progress percent from 0 to 100 where the API reports it
 */
public record Waited(Duration elapsed, int polls, OptionalInt progress) {
  public Waited {
    Objects.requireNonNull(elapsed, "elapsed");
    Objects.requireNonNull(progress, "progress");
  }
}
