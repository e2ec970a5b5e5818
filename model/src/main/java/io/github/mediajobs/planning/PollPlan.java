package io.github.mediajobs.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The poll times that cost least, where a poll costs as much as so many seconds of delay. Exact on
 * its grid: a dynamic programme over the times of polls, backwards from the end, so that one plan
 * answers for every time that a job may have lasted already. The problem is that of Barlow, Hunter
 * and Proschan, "Optimum checking procedures" (1963). Immutable.
 */
public final class PollPlan {
  private static final double STILL_GOING = 1e-4;

  /** Durations are estimates, and a look that was too late cannot be had back. */
  private static final double ALMOST_LEAST = 1.02;

  private final double[] grid;
  private final double[] surviving;
  private final int[] next;
  private final double lastInterval;
  private final double look;

  private PollPlan(
      double[] grid, double[] surviving, int[] next, double lastInterval, double look) {
    this.grid = grid;
    this.surviving = surviving;
    this.next = next;
    this.lastInterval = lastInterval;
    this.look = look;
  }

  /**
   * Plans.
   *
   * @param durations how long jobs take
   * @param secondsPerPoll the seconds of delay that one poll is worth, above 0
   * @return the plan
   */
  public static PollPlan of(Durations durations, double secondsPerPoll) {
    return of(durations, secondsPerPoll, PlanGrid.Resolution.FINE);
  }

  /**
   * Plans for one job that reports its progress: a tenth of the effort, for it is used once.
   *
   * @param progress what the job's progress says
   * @param secondsPerPoll the seconds of delay that one poll is worth, above 0
   * @return the plan
   */
  public static PollPlan of(ProgressEstimate progress, double secondsPerPoll) {
    return of(progress, secondsPerPoll, PlanGrid.Resolution.COARSE);
  }

  private static PollPlan of(
      Durations durations, double secondsPerPoll, PlanGrid.Resolution resolution) {
    double[] grid = PlanGrid.of(durations, secondsPerPoll, resolution);
    double[] surviving = Arrays.stream(grid).map(durations::surviving).toArray();
    for (int i = 1; i < grid.length; i++) {
      surviving[i] = Math.min(surviving[i], surviving[i - 1]);
    }
    int[] next = new LowerEnvelope(grid, surviving, secondsPerPoll).next();
    int at = 0;
    double interval = grid[1];
    while (next[at] != at) {
      interval = grid[next[at]] - grid[at];
      at = next[at];
    }
    double look = look(grid, surviving, secondsPerPoll);
    return new PollPlan(grid, surviving, next, interval, look);
  }

  /**
   * A look at the progress costs a poll, the delay of jobs that have ended by then, and one poll
   * more for the others, whose end is known after it: the earliest of the looks that cost almost
   * the least.
   */
  private static double look(double[] grid, double[] surviving, double secondsPerPoll) {
    double[] cost = new double[grid.length];
    double delay = 0;
    for (int i = 1; i < grid.length; i++) {
      double ended = 1 - (surviving[i - 1] + surviving[i]) / 2;
      delay += (grid[i] - grid[i - 1]) * ended;
      cost[i] = secondsPerPoll * (1 + surviving[i]) + delay;
    }
    double least = Arrays.stream(cost, 1, cost.length).min().orElseThrow();
    int at = 1;
    while (cost[at] > least * ALMOST_LEAST) {
      at++;
    }
    return grid[at];
  }

  /**
   * The next poll of a job that was still going. Past what was planned for, intervals grow as the
   * square root of the time, which suits a duration of unknown scale.
   *
   * @param elapsed seconds since submission, 0 or more
   * @return seconds since submission, later than elapsed
   */
  public double after(double elapsed) {
    double end = grid[grid.length - 1];
    if (elapsed >= end) {
      return elapsed + lastInterval * Math.sqrt(elapsed / end);
    }
    int at = Arrays.binarySearch(grid, elapsed);
    int up = at >= 0 ? at : -at - 1;
    // Between two grid times the best poll lies between the best of both.
    double planned = grid[next[at >= 0 ? at : up - 1]];
    return planned > elapsed ? planned : grid[next[up]];
  }

  /**
   * The next poll of a job that reports its progress and has made none yet: earlier than {@link
   * #after} says, since progress tells more than past durations do.
   *
   * @param elapsed seconds since submission, 0 or more
   * @return seconds since submission, later than elapsed
   */
  public double firstLook(double elapsed) {
    double planned = after(elapsed);
    return look > elapsed ? Math.min(look, planned) : planned;
  }

  /**
   * The polls of a job from its submission on: until at most one job in ten thousand is expected to
   * be still going, and then for as long again.
   *
   * @return seconds since submission, rising
   */
  public List<Double> polls() {
    List<Double> polls = new ArrayList<>();
    int at = 0;
    while (surviving[at] > STILL_GOING && next[at] != at) {
      at = next[at];
      polls.add(grid[at]);
    }
    double time = grid[at];
    while (time < 2 * grid[at]) {
      time = after(time);
      polls.add(time);
    }
    return polls;
  }
}
