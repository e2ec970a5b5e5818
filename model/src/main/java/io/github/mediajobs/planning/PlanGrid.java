package io.github.mediajobs.planning;

import java.util.Arrays;

/**
 * The times at which a poll may be planned, dense where polls will be: an optimal interval is about
 * sqrt(2 c / h), with c the cost of a poll and h the hazard (Keller 1974).
 */
final class PlanGrid {
  private static final double MOST_GROWTH = 0.05;
  private static final double SHORTEST_STEP = 0.05;
  private static final double EARLIEST_SHARE = 1e-4;
  private static final double LATEST_SHARE = 1e-7;

  /** Twice the longest deadline of a wait. */
  private static final double LATEST_SECONDS = 60 * 86_400.0;

  private static final int MOST_TIMES = 8_000;

  private PlanGrid() {}

  /** Begins at 0; rising; at least three times. */
  static double[] of(Durations durations, double secondsPerPoll, Resolution resolution) {
    double[] grid = new double[MOST_TIMES];
    int size = 1;
    double time = Math.max(SHORTEST_STEP, durations.outlasting(1 - EARLIEST_SHARE));
    double step = time * MOST_GROWTH;
    double surviving = 1;
    while (size < MOST_TIMES && (size < 3 || (surviving > LATEST_SHARE && time < LATEST_SECONDS))) {
      grid[size++] = time;
      surviving = durations.surviving(time);
      double interval = Math.sqrt(2 * secondsPerPoll * surviving / durations.density(time));
      step =
          Math.min(
              Math.min(step * 2, time * MOST_GROWTH), interval / resolution.timesPerInterval());
      double leap = surviving * (1 - resolution.massPerStep());
      while (step > SHORTEST_STEP && durations.surviving(time + step) < leap) {
        step /= 2;
      }
      step = Math.max(step, SHORTEST_STEP);
      time += step;
    }
    return Arrays.copyOf(grid, size);
  }

  /** How dense: times between two polls, and the most share of the jobs that end between two. */
  record Resolution(int timesPerInterval, double massPerStep) {
    static final Resolution FINE = new Resolution(24, 0.02);
    static final Resolution COARSE = new Resolution(8, 0.05);
  }
}
