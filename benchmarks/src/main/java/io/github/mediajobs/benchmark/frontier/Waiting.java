package io.github.mediajobs.benchmark.frontier;

import java.util.random.RandomGenerator;

/** How one job is polled. */
@FunctionalInterface
interface Waiting {
  /**
   * The delay until the next poll.
   *
   * @param polls so far, 0 at the submission
   * @param elapsed seconds since the submission
   * @param progress percent that the last poll saw, 0 where the job reports none
   * @param random for jitter
   * @return seconds
   */
  double delay(int polls, double elapsed, int progress, RandomGenerator random);
}
