package io.github.mediajobs.activity;

import com.uber.m3.tally.Scope;
import io.github.mediajobs.job.MediaJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Counts polls: {@code mediajobs_polls} by {@code operation} and {@code result}, and how long after
 * a job's end that was found out, {@code mediajobs_detection_delay} by {@code operation}.
 */
final class PollMetrics {
  private PollMetrics() {}

  static void polled(Scope metrics, Attempt attempt, Polled polled) {
    metrics
        .tagged(Map.of("operation", attempt.operation().action(), "result", polled.result()))
        .counter("mediajobs_polls")
        .inc(1);
  }

  /** Where the API tells when the job ended. */
  static void ended(Scope metrics, Attempt attempt, MediaJob job, Instant now) {
    job.finishedAt()
        .map(finished -> Duration.between(finished, now))
        .filter(delay -> !delay.isNegative())
        .ifPresent(
            delay ->
                metrics
                    .tagged(Map.of("operation", attempt.operation().action()))
                    .timer("mediajobs_detection_delay")
                    .record(com.uber.m3.util.Duration.ofNanos(delay.toNanos())));
  }
}
