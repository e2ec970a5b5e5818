package io.github.mediajobs.client;

import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Outcome;
import java.time.Duration;
import java.util.Optional;

/**
 * How long one waiter waits for a run that it may share.
 *
 * @param job which job; null without a deadline
 * @param starter marks the run that this waiter started
 * @param nanoTime when the deadline passes, as {@link System#nanoTime} counts
 */
record OwnDeadline(JobReference job, String starter, long nanoTime) {
  /** As long as the run. */
  static final OwnDeadline NONE = new OwnDeadline(null, null, 0);

  /** The memo that holds the starter's mark. */
  static final String STARTER = "mediajobs.starter";

  static OwnDeadline in(Duration deadline, JobReference job, String starter) {
    return new OwnDeadline(job, starter, System.nanoTime() + deadline.toNanos());
  }

  boolean none() {
    return job == null;
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  Duration past() {
    return Duration.ofNanos(Math.max(0, System.nanoTime() - nanoTime));
  }

  Outcome timedOut(WaitDescription wait) {
    Optional<String> status = wait.lastSeen().map(it -> it.status());
    return new Outcome(
        OutcomeKind.TIMED_OUT,
        job.operation(),
        job.jobId(),
        job.region(),
        status.orElse(null),
        null,
        null,
        "%s had not ended at this waiter's own deadline; %s goes on"
            .formatted(job, wait.workflowId()),
        wait.lastSeen().map(it -> it.polls()).orElse(0),
        null,
        null,
        null);
  }
}
