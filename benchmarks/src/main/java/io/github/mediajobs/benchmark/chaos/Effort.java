package io.github.mediajobs.benchmark.chaos;

import java.time.Duration;

/**
 * How much happens in a run.
 *
 * @param singles pipelines that await a job each
 * @param shared pipelines that await a job in pairs, on a shared wait
 * @param batches runs of many jobs, each with steps
 * @param jobsPerBatch how many jobs each has
 * @param workers processes
 * @param share of the troubles of each {@link Lane}
 * @param troubles how long there are troubles
 */
record Effort(
    int singles,
    int shared,
    int batches,
    int jobsPerBatch,
    int workers,
    double share,
    Duration troubles) {
  static final Effort QUICK = new Effort(160, 20, 2, 60, 2, 0.25, Duration.ofMinutes(1));
  static final Effort FULL = new Effort(900, 100, 5, 220, 3, 1, Duration.ofMinutes(4));

  /** One for each job that a run awaits. */
  int pipelines() {
    return singles + shared + batches * jobsPerBatch;
  }
}
