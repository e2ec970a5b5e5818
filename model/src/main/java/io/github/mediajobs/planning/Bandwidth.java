package io.github.mediajobs.planning;

/**
 * The width of the kernels: the one under which each past duration is most likely when judged by
 * the others (leave-one-out likelihood, Duin 1976), damped towards what is usual, since few
 * durations or equal ones would else ask for needles. It suits mixtures, where rules of thumb smear
 * the humps. Widths are scales of a logistic distribution over logarithms.
 */
final class Bandwidth {
  private static final int CANDIDATES = 24;
  private static final double NARROWEST = 0.01;
  private static final double WIDEST = 1;

  /** For one duration alone. */
  private static final double USUAL = 0.26;

  /** How far from the usual, as a standard deviation of the width's logarithm. */
  private static final double DAMPING = 0.35;

  /** The API tells times in whole seconds. */
  private static final double RESOLUTION_SECONDS = 0.3;

  private static final double LEAST_DENSITY = 1e-12;

  private Bandwidth() {}

  /** The least width that the resolution of a duration allows. */
  static double rounding(double seconds) {
    return RESOLUTION_SECONDS / seconds;
  }

  /** Arrays of one length; the weights add up to 1. */
  static double of(double[] logs, double[] weights, double[] rounding) {
    double usual = USUAL * Math.pow(logs.length, -0.2);
    double best = usual;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < CANDIDATES && logs.length > 1; i++) {
      double width = NARROWEST * Math.pow(WIDEST / NARROWEST, i / (CANDIDATES - 1.0));
      double off = Math.log(width / usual) / DAMPING;
      double score = logs.length * likelihood(width, logs, weights, rounding) - off * off / 2;
      if (score > bestScore) {
        bestScore = score;
        best = width;
      }
    }
    return best;
  }

  private static double likelihood(
      double width, double[] logs, double[] weights, double[] rounding) {
    double[] byOthers = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      double scale = Math.hypot(width, rounding[i]);
      for (int j = 0; j < i; j++) {
        double density = Logistic.density((logs[i] - logs[j]) / scale) / scale;
        byOthers[i] += weights[j] * density;
        byOthers[j] += weights[i] * density;
      }
    }
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      sum += weights[i] * Math.log(byOthers[i] / (1 - weights[i]) + LEAST_DENSITY);
    }
    return sum;
  }
}
