package io.github.mediajobs.benchmark.frontier;

import io.github.mediajobs.planning.Durations;

/** Distributions of durations, in seconds. */
sealed interface Shape extends Durations {
  /** The median and the standard deviation of the logarithm. */
  record Lognormal(double median, double sigma) implements Shape {
    @Override
    public double surviving(double seconds) {
      return seconds <= 0 ? 1 : Normal.upperTail(Math.log(seconds / median) / sigma);
    }

    @Override
    public double density(double seconds) {
      double z = Math.log(seconds / median) / sigma;
      return Math.exp(-z * z / 2) / (seconds * sigma * Math.sqrt(2 * Math.PI));
    }
  }

  /** A shape of 1 is the exponential distribution, of 2 Rayleigh's; skewed to the left past 3.6. */
  record Weibull(double scale, double shape) implements Shape {
    @Override
    public double surviving(double seconds) {
      return seconds <= 0 ? 1 : Math.exp(-Math.pow(seconds / scale, shape));
    }

    @Override
    public double density(double seconds) {
      return shape / scale * Math.pow(seconds / scale, shape - 1) * surviving(seconds);
    }
  }
}
