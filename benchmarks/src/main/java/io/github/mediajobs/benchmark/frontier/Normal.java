package io.github.mediajobs.benchmark.frontier;

/** The standard normal distribution. */
final class Normal {
  private static final double[] CHEBYSHEV = {
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806,
    0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277
  };

  private Normal() {}

  /** To seven digits: Press et al., Numerical Recipes, 6.2. */
  static double upperTail(double z) {
    double x = Math.abs(z) / Math.sqrt(2);
    double t = 1 / (1 + 0.5 * x);
    double power = 0;
    for (int i = CHEBYSHEV.length - 1; i >= 0; i--) {
      power = power * t + CHEBYSHEV[i];
    }
    double tail = t * Math.exp(-x * x + power) / 2;
    return z >= 0 ? tail : 1 - tail;
  }
}
