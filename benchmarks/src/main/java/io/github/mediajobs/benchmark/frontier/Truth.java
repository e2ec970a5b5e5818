package io.github.mediajobs.benchmark.frontier;

import io.github.mediajobs.planning.Durations;
import io.github.mediajobs.planning.Mixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long the jobs of a case really take.
 *
 * @param name for people
 * @param shape the distribution
 */
record Truth(String name, Durations shape) {
  private static final double[] MEDIANS = {10, 60, 300, 1_800, 10_800};
  private static final double[] SIGMAS = {0.3, 0.5, 1};

  /** Lognormal from 10 s to 3 h, and others. */
  static List<Truth> all() {
    List<Truth> all = new ArrayList<>();
    for (double median : MEDIANS) {
      for (double sigma : SIGMAS) {
        String name = String.format(Locale.ROOT, "lognormal %.0f s, σ %.1f", median, sigma);
        all.add(new Truth(name, new Shape.Lognormal(median, sigma)));
      }
    }
    all.add(new Truth("exponential 300 s", new Shape.Weibull(300, 1)));
    all.add(new Truth("Weibull 300 s, shape 2", new Shape.Weibull(300, 2)));
    all.add(new Truth("Weibull 1800 s, shape 4", new Shape.Weibull(1_800, 4)));
    all.add(twoHumped(0.6, 60, 900, 0.3));
    all.add(twoHumped(0.6, 60, 900, 0.5));
    all.add(twoHumped(0.5, 60, 240, 0.2));
    all.add(twoHumped(0.5, 600, 7_200, 0.3));
    all.add(twoHumped(0.8, 300, 3_600, 0.2));
    return List.copyOf(all);
  }

  private static Truth twoHumped(double share, double one, double other, double sigma) {
    return new Truth(
        String.format(
            Locale.ROOT,
            "two humps, %.0f %% at %.0f s, else %.0f s, σ %.1f",
            share * 100,
            one,
            other,
            sigma),
        new Mixture(share, new Shape.Lognormal(one, sigma), new Shape.Lognormal(other, sigma)));
  }
}
