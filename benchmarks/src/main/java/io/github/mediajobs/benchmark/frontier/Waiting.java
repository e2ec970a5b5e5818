package io.github.mediajobs.benchmark.frontier;

import io.github.mediajobs.planning.PollPlan;
import io.github.mediajobs.polling.PollPolicy;
import io.github.mediajobs.polling.Waited;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** How one job is polled. */
@FunctionalInterface
public interface Waiting {
  /**
   * The delay until the next poll.
   *
   * @param polls so far, 0 at the submission
   * @param elapsed seconds since the submission
   * @param progress percent that the last poll saw, where the job reports it
   * @param random for jitter
   * @return seconds
   */
  double delay(int polls, double elapsed, OptionalInt progress, RandomGenerator random);

  /**
   * As this library polls.
   *
   * @param policy schedule, jitter and bounds
   * @param plan what a planned schedule follows
   * @return the same for any number of jobs
   */
  static Waiting of(PollPolicy policy, Optional<PollPlan> plan) {
    return (polls, elapsed, progress, random) -> {
      Waited waited =
          new Waited(Duration.ofNanos((long) (elapsed * 1e9)), polls + 1, progress, plan);
      return policy.delay(waited, random.nextDouble()).toNanos() / 1e9;
    };
  }
}
