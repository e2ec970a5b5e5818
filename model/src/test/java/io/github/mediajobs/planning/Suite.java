package io.github.mediajobs.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Distributions to plan for whose truth is known. */
final class Suite {
  private Suite() {}

  /** A lognormal distribution. */
  record Lognormal(double median, double sigma) implements Durations {
    @Override
    public double surviving(double seconds) {
      return seconds <= 0 ? 1 : upperTail(Math.log(seconds / median) / sigma);
    }

    @Override
    public double density(double seconds) {
      double z = Math.log(seconds / median) / sigma;
      return Math.exp(-z * z / 2) / (seconds * sigma * Math.sqrt(2 * Math.PI));
    }
  }

  /** A Weibull distribution: a shape of 1 is exponential, of 2 Rayleigh's. */
  record Weibull(double scale, double shape) implements Durations {
    @Override
    public double surviving(double seconds) {
      return seconds <= 0 ? 1 : Math.exp(-Math.pow(seconds / scale, shape));
    }

    @Override
    public double density(double seconds) {
      return shape / scale * Math.pow(seconds / scale, shape - 1) * surviving(seconds);
    }
  }

  static List<PastDuration> sample(Durations durations, int size, Random random) {
    List<PastDuration> sample = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      sample.add(new PastDuration(durations.outlasting(1 - random.nextDouble()), 1));
    }
    return sample;
  }

  /** The optimum's delay at so many polls, between two plans of nearby poll costs. */
  static double leastDelay(Durations durations, double polls) {
    double low = 1e-3;
    double high = 1e6;
    ScheduleCost more = cost(durations, low);
    ScheduleCost fewer = cost(durations, high);
    while (high > low * 1.02) {
      double middle = Math.sqrt(low * high);
      ScheduleCost cost = cost(durations, middle);
      if (cost.polls() > polls) {
        low = middle;
        more = cost;
      } else {
        high = middle;
        fewer = cost;
      }
    }
    double share = (polls - fewer.polls()) / (more.polls() - fewer.polls());
    return fewer.delaySeconds() + share * (more.delaySeconds() - fewer.delaySeconds());
  }

  static ScheduleCost cost(Durations durations, double secondsPerPoll) {
    return ScheduleCost.of(PollPlan.of(durations, secondsPerPoll)::after, durations);
  }

  /** The normal distribution's, to seven digits; Numerical Recipes, 6.2. */
  private static double upperTail(double z) {
    double x = Math.abs(z) / Math.sqrt(2);
    double t = 1 / (1 + 0.5 * x);
    double[] c = {
      -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806,
      0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277
    };
    double power = 0;
    for (int i = c.length - 1; i >= 0; i--) {
      power = power * t + c[i];
    }
    double tail = t * Math.exp(-x * x + power) / 2;
    return z >= 0 ? tail : 1 - tail;
  }
}
