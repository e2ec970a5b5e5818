package io.github.mediajobs.benchmark.engine;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How much is measured.
 *
 * @param jobs that each contender awaits
 * @param medianSeconds of their durations
 * @param startsPerSecond how fast they begin, one after the other
 * @param minute what the samples call a minute
 * @param waiters on each job that is shared
 * @param warmUp waits for jobs that have ended, before anything is measured
 * @param singles waits one by one for the throughput
 * @param inFlight of those at once: enough to saturate the Temporal service
 * @param batched waits in batches for the throughput
 */
record Effort(
    int jobs,
    double medianSeconds,
    double startsPerSecond,
    Duration minute,
    int waiters,
    int warmUp,
    int singles,
    int inFlight,
    int batched) {
  static final Effort FULL =
      new Effort(240, 25, 1, Duration.ofSeconds(60), 3, 50, 2_000, 128, 100_000);
  static final Effort QUICK = new Effort(10, 4, 2, Duration.ofSeconds(5), 2, 5, 100, 32, 5_000);

  private static final double SIGMA = 0.5;

  /** Lognormal, the same for the same seed. */
  List<Duration> durations(int count, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(
            job ->
                Duration.ofMillis(
                    Math.round(1e3 * medianSeconds * Math.exp(SIGMA * random.nextGaussian()))))
        .toList();
  }
}
