package io.github.mediajobs.planning;

/**
 * How long one job took.
 *
 * @param seconds from submission to end, above 0
 * @param weight how much it counts beside the others, above 0
 */
public record PastDuration(double seconds, double weight) {
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
}
