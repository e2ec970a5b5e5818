package io.github.mediajobs.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How long one job took.
 *
 * @param seconds from submission to end, above 0
 * @param weight how much it counts beside the others, above 0
 */
public record PastDuration(double seconds, double weight) {
  private static final double HALF_LIFE = 100;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when one is not above 0 or not finite
   */
  public PastDuration {
    if (!(seconds > 0) || !(weight > 0) || Double.isInfinite(seconds + weight)) {
      throw new IllegalArgumentException(
          "expected seconds and weight above 0, got " + seconds + " and " + weight);
    }
  }

  /**
   * Durations of which each counts half as much as one that came a hundred later, so that what is
   * estimated from them follows a drift.
   *
   * @param seconds the oldest first, above 0
   * @return the same in the same order
   */
  public static List<PastDuration> aging(Collection<Double> seconds) {
    List<PastDuration> durations = new ArrayList<>(seconds.size());
    double age = seconds.size() - 1.0;
    for (double each : seconds) {
      durations.add(new PastDuration(each, Math.pow(2, -age / HALF_LIFE)));
      age--;
    }
    return durations;
  }
}
