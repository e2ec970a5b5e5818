package io.github.mediajobs.cli.plan;

import io.github.mediajobs.cli.text.Line;
import io.github.mediajobs.operation.JobKind;
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
 * @param kind what the jobs have in common beside it; empty for nothing
 * @param past durations of past jobs, sorted
 * @param secondsPerPoll the seconds of delay that one poll is worth
 * @param estimate how long jobs take
 * @param plan made by the estimate
 */
public record PlannedPolls(
    JobOperation<?> operation,
    String kind,
    List<PastDuration> past,
    double secondsPerPoll,
    Durations estimate,
    PollPlan plan) {
  private static final double MILLIS = 1e3;

  /**
   * Plans.
   *
   * @param operation reads the jobs
   * @param jobs past jobs; may be none
   * @param secondsPerPoll the seconds of delay that one poll is worth
   * @return the plan
   */
  public static PlannedPolls of(JobOperation<?> operation, PastJobs jobs, double secondsPerPoll) {
    Durations estimate =
        DurationEstimate.of(DurationEstimate.prior(operation.typicalSeconds()), jobs.durations());
    List<PastDuration> sorted =
        jobs.durations().stream()
            .sorted((one, other) -> Double.compare(one.seconds(), other.seconds()))
            .toList();
    PollPlan plan = PollPlan.of(estimate, secondsPerPoll);
    return new PlannedPolls(operation, jobs.kind(), sorted, secondsPerPoll, estimate, plan);
  }

  /**
   * Whose plan it is.
   *
   * @return the API's name of the operation, and the kind where there is one, on one line
   */
  public String name() {
    return Line.of(new JobKind(operation.action(), kind).toString());
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
