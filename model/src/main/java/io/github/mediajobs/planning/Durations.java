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

  /**
   * The time that a share of the jobs outlasts, to a millionth of it.
   *
   * @param share above 0, below 1
   * @return seconds since submission, from a millisecond to three years
   */
  default double outlasting(double share) {
    double low = 1e-3;
    double high = 1e8;
    while (high > low * (1 + 1e-6)) {
      double middle = Math.sqrt(low * high);
      if (surviving(middle) > share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
