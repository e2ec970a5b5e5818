package io.github.mediajobs.emulator.job;

import java.time.Duration;
import java.util.Objects;

/**
 * A time of a job's life.
 *
 * @param after how long after the job's creation it begins, zero or more
 * @param status the raw status; one that the operation's table lacks is allowed
 * @param progress percent at its beginning, 0 to 100, or null; from there it runs evenly to that of
 *     the next phase
 */
public record Phase(Duration after, String status, Integer progress) {
  /**
   * Checks the phase.
   *
   * @throws IllegalArgumentException when the offset is negative or the progress out of range
   */
  public Phase {
    Objects.requireNonNull(status, "status");
    if (after.isNegative()) {
      throw new IllegalArgumentException("after: expected zero or more, got " + after);
    }
    if (progress != null && (progress < 0 || progress > 100)) {
      throw new IllegalArgumentException("progress: expected 0 to 100, got " + progress);
    }
  }

  /**
   * A phase without progress.
   *
   * @param after how long after the job's creation it begins
   * @param status the raw status
   * @return the phase
   */
  public static Phase at(Duration after, String status) {
    return new Phase(after, status, null);
  }
}
