package io.github.mediajobs.benchmark.frontier;

import io.github.mediajobs.planning.Durations;
import io.github.mediajobs.planning.ScheduleCost;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/** The mean cost of many jobs in virtual time. */
final class Cost {
  private Cost() {}

  /**
   * Lets jobs run and polls them.
   *
   * @param shape how long they take
   * @param waits how each is polled, by its number
   * @param progress whether polls see how much of a job is done
   * @param jobs how many
   * @param random the same jobs for the same seed
   */
  static ScheduleCost of(
      Durations shape,
      IntFunction<Waiting> waits,
      boolean progress,
      int jobs,
      RandomGenerator random) {
    double polls = 0;
    double delay = 0;
    for (int job = 0; job < jobs; job++) {
      double end = shape.outlasting(1 - random.nextDouble());
      Waiting waiting = waits.apply(job);
      double time = 0;
      int made = 0;
      while (time < end) {
        int seen = progress ? (int) (100 * time / end) : 0;
        time += waiting.delay(made++, time, seen, random);
      }
      polls += made;
      delay += time - end;
    }
    return new ScheduleCost(polls / jobs, delay / jobs);
  }
}
