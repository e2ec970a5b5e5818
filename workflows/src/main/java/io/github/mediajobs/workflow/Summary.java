package io.github.mediajobs.workflow;

import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.Outcome;

/** What a person reads about a wait in the Temporal UI. */
final class Summary {
  private Summary() {}

  static String waiting(AwaitAttempt attempt) {
    return "Waiting for **%s** `%s` in %s until %s. The pending activity's last failure tells its status."
        .formatted(attempt.operation(), attempt.jobId(), attempt.region(), attempt.deadlineAt());
  }

  static String ended(Outcome outcome) {
    return "**%s**: %s `%s` in %s, status %s after %d polls"
        .formatted(
            outcome.outcome(),
            outcome.operation(),
            outcome.jobId(),
            outcome.region(),
            outcome.status() == null ? "never seen" : outcome.status(),
            outcome.polls());
  }
}
