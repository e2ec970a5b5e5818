package io.github.mediajobs.planning;

import java.util.function.DoubleUnaryOperator;

/**
 * What a schedule is expected to cost for one job.
 *
 * @param polls until the end is noticed, from the first one after the submission on
 * @param delaySeconds from the end until it is noticed
 */
public record ScheduleCost(double polls, double delaySeconds) {
  private static final double NEGLIGIBLE = 1e-7;
  private static final int MOST_POLLS = 200_000;

  /** Even: Simpson's rule. */
  private static final int PARTS = 32;

  /**
   * The exact expectation for polls t(1), t(2)...: the sum of S(t(k)), and of the integrals of
   * S(t(k)) - S(t) between two polls.
   *
   * @param next the time of the poll after one, both in seconds since submission; begins at 0
   * @param durations how long jobs take
   * @return the cost
   */
  public static ScheduleCost of(DoubleUnaryOperator next, Durations durations) {
    double polls = 0;
    double delay = 0;
    double time = 0;
    double surviving = 1;
    for (int i = 0; i < MOST_POLLS && surviving > NEGLIGIBLE; i++) {
      double then = next.applyAsDouble(time);
      polls += surviving;
      delay += surviving * (then - time) - integral(durations, time, then);
      time = then;
      surviving = durations.surviving(time);
    }
    return new ScheduleCost(polls, delay);
  }

  private static double integral(Durations durations, double from, double to) {
    double width = (to - from) / PARTS;
    double sum = durations.surviving(from) + durations.surviving(to);
    for (int i = 1; i < PARTS; i++) {
      sum += durations.surviving(from + i * width) * (i % 2 == 1 ? 4 : 2);
    }
    return sum * width / 3;
  }

  /**
   * Both in one number.
   *
   * @param secondsPerPoll the seconds of delay that one poll is worth
   * @return seconds
   */
  public double total(double secondsPerPoll) {
    return polls * secondsPerPoll + delaySeconds;
  }
}
