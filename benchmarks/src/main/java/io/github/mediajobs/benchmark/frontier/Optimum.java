package io.github.mediajobs.benchmark.frontier;

import io.github.mediajobs.planning.Durations;
import io.github.mediajobs.planning.PollPlan;
import io.github.mediajobs.planning.ScheduleCost;
import java.util.TreeMap;

/** The least delay at any number of polls, for a distribution that is known. */
final class Optimum {
  /** Past it the optimum is as good as continuous. */
  private static final double MANY_POLLS = 60;

  private static final double STEP = 1.04;

  private final Durations shape;
  private final TreeMap<Double, Double> delayByPolls = new TreeMap<>();
  private final double frontier;

  Optimum(Durations shape) {
    this.shape = shape;
    this.frontier = frontier(shape);
    double scale = shape.outlasting(0.5);
    double polls = 0;
    for (double cost = scale * 4; polls < MANY_POLLS; cost /= STEP) {
      ScheduleCost point = at(cost);
      polls = point.polls();
      delayByPolls.merge(point.polls(), point.delaySeconds(), Math::min);
    }
  }

  /** What the plan costs that is best where a poll is worth so many seconds. */
  ScheduleCost at(double secondsPerPoll) {
    return ScheduleCost.of(PollPlan.of(shape, secondsPerPoll)::after, shape);
  }

  /** Between two plans of nearby poll costs, and by Keller's continuous optimum past them. */
  double delay(double polls) {
    var fewer = delayByPolls.floorEntry(polls);
    var more = delayByPolls.ceilingEntry(polls);
    if (more == null) {
      return frontier / polls;
    }
    if (fewer == null || more.getKey().equals(fewer.getKey())) {
      return more.getValue();
    }
    double share = (polls - fewer.getKey()) / (more.getKey() - fewer.getKey());
    return fewer.getValue() + share * (more.getValue() - fewer.getValue());
  }

  /** Polls times delay: half of the squared integral of sqrt(f S); Keller 1974. */
  private static double frontier(Durations shape) {
    double sum = 0;
    double end = shape.outlasting(1e-9);
    double time = shape.outlasting(1 - 1e-9);
    while (time < end) {
      double step = time * 1e-3;
      double middle = time + step / 2;
      sum += step * Math.sqrt(shape.density(middle) * shape.surviving(middle));
      time += step;
    }
    return sum * sum / 2;
  }
}
