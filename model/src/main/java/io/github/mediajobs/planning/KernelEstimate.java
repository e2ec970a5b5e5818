package io.github.mediajobs.planning;

import java.util.List;

/**
 * A kernel density estimate over the logarithms of past durations. The kernel is logistic: close to
 * a Gaussian where the data are, and with a tail by which a job that outlasts them all is polled at
 * intervals that grow.
 */
final class KernelEstimate implements Durations {
  private final double[] logs;
  private final double[] weights;
  private final double[] scales;

  private KernelEstimate(double[] logs, double[] weights, double[] scales) {
    this.logs = logs;
    this.weights = weights;
    this.scales = scales;
  }

  /** At least one duration. The bandwidth is chosen by {@link Bandwidth}. */
  static KernelEstimate of(List<PastDuration> past) {
    double total = past.stream().mapToDouble(PastDuration::weight).sum();
    double[] logs = past.stream().mapToDouble(it -> Math.log(it.seconds())).toArray();
    double[] weights = past.stream().mapToDouble(it -> it.weight() / total).toArray();
    double[] rounding = past.stream().mapToDouble(it -> Bandwidth.rounding(it.seconds())).toArray();
    double scale = Bandwidth.of(logs, weights, rounding);
    double[] scales = new double[logs.length];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = Math.hypot(scale, rounding[i]);
    }
    return new KernelEstimate(logs, weights, scales);
  }

  @Override
  public double surviving(double seconds) {
    if (seconds <= 0) {
      return 1;
    }
    double log = Math.log(seconds);
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      sum += weights[i] * Logistic.surviving((log - logs[i]) / scales[i]);
    }
    return sum;
  }

  @Override
  public double density(double seconds) {
    double log = Math.log(seconds);
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      sum += weights[i] * Logistic.density((log - logs[i]) / scales[i]) / scales[i];
    }
    return sum / seconds;
  }
}
