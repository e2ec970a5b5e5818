package io.github.mediajobs.workflow;

import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.JobPending;
import io.github.mediajobs.failure.Stackless;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.Outcome;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;

/**
 * What it means that the waiting activity failed. A deadline missed by the engine comes in several
 * shapes; all hold the last attempt's failure somewhere among the causes.
 */
final class WaitEnd {
  private WaitEnd() {}

  /**
   * Finds the outcome among a failure's causes.
   *
   * @throws TemporalFailure when the job's state could not be found out, or the wait was cancelled
   */
  static Outcome of(RuntimeException failure, AwaitAttempt attempt) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CanceledFailure canceled) {
        throw canceled;
      }
      if (cause instanceof ApplicationFailure last) {
        return lastSeen(last, attempt);
      }
    }
    throw Stackless.of(
        ApplicationFailure.newNonRetryableFailure(
            "%s %s: no read came back before the deadline %s; is a worker running on the task queue?"
                .formatted(attempt.operation(), attempt.jobId().strip(), attempt.deadlineAt()),
            FailureType.SERVICE_UNAVAILABLE.wireName(),
            FailureDetails.NONE));
  }

  private static Outcome lastSeen(ApplicationFailure last, AwaitAttempt attempt) {
    if (FailureType.JOB_PENDING.wireName().equals(last.getType())) {
      JobPending seen = last.getDetails().get(JobPending.class);
      return outcome(
          OutcomeKind.TIMED_OUT,
          attempt,
          seen.status(),
          "was still %s when last read before the deadline %s"
              .formatted(seen.status(), attempt.deadlineAt()),
          seen.polls());
    }
    if (FailureType.JOB_NOT_FOUND.wireName().equals(last.getType())) {
      return outcome(
          OutcomeKind.NOT_FOUND,
          attempt,
          null,
          "is unknown to the API; check the job id and the region",
          0);
    }
    throw Stackless.of(
        ApplicationFailure.newBuilder()
            .setMessage(last.getOriginalMessage())
            .setType(last.getType())
            .setDetails(last.getDetails())
            .setNonRetryable(last.isNonRetryable())
            .build());
  }

  private static Outcome outcome(
      OutcomeKind kind, AwaitAttempt attempt, String status, String message, int polls) {
    JobReference job = new JobReference(attempt.operation(), attempt.jobId(), attempt.region());
    return new Outcome(
        kind,
        attempt.operation(),
        attempt.jobId(),
        attempt.region(),
        status,
        null,
        null,
        "%s %s".formatted(job, message),
        polls,
        null,
        null,
        null);
  }
}
