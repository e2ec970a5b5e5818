package io.github.mediajobs.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Outcome;
import java.time.Instant;

/** How a wait ended, put for the wire. */
final class Outcomes {
  private Outcomes() {}

  static Outcome ended(OutcomeKind kind, Attempt attempt, MediaJob job, ObjectNode tree) {
    return of(kind, attempt, job, tree, job.message(), job.finishedAt().orElse(null));
  }

  static Outcome timedOut(Attempt attempt, MediaJob job, ObjectNode tree) {
    String message =
        "%s was still %s at the deadline %s"
            .formatted(attempt.job(), Shown.status(job), attempt.deadlineAt());
    return of(OutcomeKind.TIMED_OUT, attempt, job, tree, message, null);
  }

  static Outcome notFound(Attempt attempt, String code) {
    return new Outcome(
        OutcomeKind.NOT_FOUND,
        attempt.job().operation(),
        attempt.job().jobId(),
        attempt.job().region(),
        null,
        null,
        code,
        "%s is unknown to the API; check the job id and the region".formatted(attempt.job()),
        attempt.polls(),
        null,
        null,
        null);
  }

  private static Outcome of(
      OutcomeKind kind,
      Attempt attempt,
      MediaJob job,
      ObjectNode tree,
      String message,
      Instant finishedAt) {
    CappedJob capped = CappedJob.of(tree);
    return new Outcome(
        kind,
        attempt.job().operation(),
        attempt.job().jobId(),
        attempt.job().region(),
        Shown.text(job.status()),
        capped.job(),
        Shown.text(job.code()),
        Shown.text(message),
        attempt.polls(),
        job.submittedAt().orElse(null),
        finishedAt,
        capped.truncated().isEmpty() ? null : capped.truncated());
  }
}
