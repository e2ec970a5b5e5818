package io.github.mediajobs.cli.plan;

import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.planning.DurationEstimate;
import io.github.mediajobs.planning.Durations;
import io.github.mediajobs.planning.PastDuration;
import io.github.mediajobs.planning.PollPlan;
import java.util.List;

/**
 * A plan and what it was made of.
 *
 * @param operation reads the jobs
 * @param past durations of past jobs, sorted
 * @param secondsPerPoll the seconds of delay that one poll is worth
 * @param estimate how long jobs take
 * @param plan made by the estimate
 */
public record PlannedPolls(
    JobOperation<?> operation,
    List<PastDuration> past,
    double secondsPerPoll,
    Durations estimate,
    PollPlan plan) {
  private static final double MILLIS = 1e3;

  /**
   * Plans.
   *
   * @param operation reads the jobs
   * @param past durations of past jobs, in any order; may be empty
   * @param secondsPerPoll the seconds of delay that one poll is worth
   * @return the plan
   */
  public static PlannedPolls of(
      JobOperation<?> operation, List<PastDuration> past, double secondsPerPoll) {
    Durations estimate =
        DurationEstimate.of(DurationEstimate.prior(operation.typicalSeconds()), past);
    List<PastDuration> sorted =
        past.stream()
            .sorted((one, other) -> Double.compare(one.seconds(), other.seconds()))
            .toList();
    PollPlan plan = PollPlan.of(estimate, secondsPerPoll);
    return new PlannedPolls(operation, sorted, secondsPerPoll, estimate, plan);
  }

  /**
   * When a job is polled that nobody has seen end.
   *
   * @return seconds since submission, to the millisecond, rising
   */
  public List<Double> times() {
    return plan.polls().stream().map(it -> Math.round(it * MILLIS) / MILLIS).distinct().toList();
  }
}
