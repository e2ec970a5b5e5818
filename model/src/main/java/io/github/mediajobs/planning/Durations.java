package io.github.mediajobs.planning;

/** How long jobs of one kind take: a distribution over seconds since submission. */
public interface Durations {
  /**
   * The share of jobs that take longer.
   *
   * @param seconds since submission, 0 or more
   * @return 1 at 0, never rising
   */
  double surviving(double seconds);

  /**
   * The density of the ends.
   *
   * @param seconds since submission, above 0
   * @return share of jobs per second
   */
  double density(double seconds);
}
