package io.github.mediajobs.polling;

import io.github.mediajobs.planning.PollPlan;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known when the next delay is chosen.
 *
 * @param elapsed since the job's submission where the API tells it, else since the wait began
 * @param polls polls so far, at least 1
 * @param progress percent from 0 to 100 where the API reports it
 * @param plan by the durations of jobs of the same kind, where the schedule is planned
 */
public record Waited(Duration elapsed, int polls, OptionalInt progress, Optional<PollPlan> plan) {
  public Waited {
    Objects.requireNonNull(elapsed, "elapsed");
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(plan, "plan");
  }

  /**
   * What is known without a plan.
   *
   * @param elapsed since the job's submission where the API tells it, else since the wait began
   * @param polls polls so far, at least 1
   * @param progress percent from 0 to 100 where the API reports it
   */
  public Waited(Duration elapsed, int polls, OptionalInt progress) {
    this(elapsed, polls, progress, Optional.empty());
  }
}
