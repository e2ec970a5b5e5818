package io.github.mediajobs.benchmark.frontier;

import io.github.mediajobs.planning.ScheduleCost;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

/** The mean cost of many jobs in virtual time. */
public final class Cost {
  private Cost() {}

  /**
   * Lets jobs run and polls them.
   *
   * @param ends how long each takes in seconds, by its number
   * @param waits how each is polled, by its number
   * @param progress whether polls see how much of a job is done
   * @param jobs how many
   * @param random for jitter
   * @return polls and delay of a job, the look at its submission not counted
   */
  public static ScheduleCost of(
      IntToDoubleFunction ends,
      IntFunction<Waiting> waits,
      boolean progress,
      int jobs,
      RandomGenerator random) {
    double polls = 0;
    double delay = 0;
    for (int job = 0; job < jobs; job++) {
      double end = ends.applyAsDouble(job);
      Waiting waiting = waits.apply(job);
      double time = 0;
      int made = 0;
      while (time < end) {
        OptionalInt seen =
            progress ? OptionalInt.of((int) (100 * time / end)) : OptionalInt.empty();
        time += waiting.delay(made++, time, seen, random);
      }
      polls += made;
      delay += time - end;
    }
    return new ScheduleCost(polls / jobs, delay / jobs);
  }
}
