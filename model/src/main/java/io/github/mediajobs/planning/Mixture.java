package io.github.mediajobs.planning;

/**
 * Two kinds of jobs in one.
 *
 * @param share of the jobs that are of the first kind, 0 to 1
 * @param first how long those take
 * @param second how long the others take
 */
public record Mixture(double share, Durations first, Durations second) implements Durations {
  @Override
  public double surviving(double seconds) {
    return share * first.surviving(seconds) + (1 - share) * second.surviving(seconds);
  }

  @Override
  public double density(double seconds) {
    return share * first.density(seconds) + (1 - share) * second.density(seconds);
  }
}
