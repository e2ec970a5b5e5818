package io.github.mediajobs.planning;

/**
 * Durations of an unknown kind of job: a log-logistic distribution, whose tail falls so slowly that
 * it excludes no scale.
 *
 * @param medianSeconds half of the jobs take longer, above 0
 * @param shape how fast the tail falls: S(t) goes as t^-shape, above 0
 */
public record LogLogistic(double medianSeconds, double shape) implements Durations {
  @Override
  public double surviving(double seconds) {
    return seconds <= 0 ? 1 : Logistic.surviving(shape * Math.log(seconds / medianSeconds));
  }

  @Override
  public double density(double seconds) {
    return shape / seconds * Logistic.density(shape * Math.log(seconds / medianSeconds));
  }
}
