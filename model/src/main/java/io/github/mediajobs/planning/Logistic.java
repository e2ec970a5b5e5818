package io.github.mediajobs.planning;

/** The logistic distribution of scale 1 around 0. */
final class Logistic {
  private Logistic() {}

  static double density(double x) {
    double tail = Math.exp(-Math.abs(x));
    return tail / ((1 + tail) * (1 + tail));
  }

  static double surviving(double x) {
    return 1 / (1 + Math.exp(x));
  }
}
