package io.github.mediajobs.planning;

import java.util.List;

/** What past durations and a prior say together. */
public final class DurationEstimate {
  /** The slope of the prior: worst-case cost is lowest near it for medians from 10 s to 3 h. */
  private static final double PRIOR_SHAPE = 0.75;

  private DurationEstimate() {}

  /**
   * What is assumed of jobs of which none was seen.
   *
   * @param typicalSeconds a guess at the median, above 0; the scale is left wide open
   * @return the prior
   */
  public static Durations prior(double typicalSeconds) {
    return new LogLogistic(typicalSeconds, PRIOR_SHAPE);
  }

  /**
   * An estimate. Each past duration halves what the prior says.
   *
   * @param prior what is assumed of jobs of which none was seen
   * @param past durations of jobs of the same kind, in any order; may be empty
   * @return the estimate
   */
  public static Durations of(Durations prior, List<PastDuration> past) {
    return past.isEmpty()
        ? prior
        : new Mixture(Math.pow(2, -past.size()), prior, KernelEstimate.of(past));
  }
}
