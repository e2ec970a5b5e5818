package io.github.mediajobs.benchmark.engine;

import io.github.mediajobs.benchmark.server.PolledJob;
import java.time.Duration;
import java.time.Instant;

/**
 * One wait.
 *
 * @param duration of the job
 * @param job as the API saw it
 * @param known when the workflow knew its end
 */
record Seen(Duration duration, PolledJob job, Instant known) {
  Instant begun() {
    return job.endedAt().minus(duration);
  }

  double delaySeconds() {
    return seconds(job.endedAt(), known);
  }

  static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
