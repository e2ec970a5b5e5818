package io.github.mediajobs.workflow;

import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.JoinAnswer;
import io.github.mediajobs.wire.JoinRequest;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.ShareMediaJobActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A wait on the run that others share: an activity joins it, and at its end the run signals back. A
 * run that ended for reasons of its own is started again.
 */
final class SharedWait {
  /** By then the run's own last poll, at the same deadline, has answered. */
  private static final Duration DEADLINE_SLACK = Duration.ofSeconds(2);

  /** A run that was terminated answers nobody: joining again finds out, and starts another. */
  private static final Duration LEAST_BETWEEN_JOINS = Duration.ofHours(1);

  private static final int MOST_JOINS = 4;

  /** A run that told its joiners to go on closes within it. */
  private static final Duration UNTIL_CLOSED = Duration.ofSeconds(1);

  private static final Duration JOINING = Duration.ofMinutes(1);

  private final AwaitAttempt attempt;
  private final Answers answers;
  private final String token;

  SharedWait(AwaitAttempt attempt, Answers answers) {
    this.attempt = attempt;
    this.answers = answers;
    this.token = answers.expect();
  }

  /**
   * Waits for the run's end or the deadline.
   *
   * @return empty when it is for the caller to find out by itself: the deadline is there, or the
   *     run cannot be joined
   * @throws ApplicationFailure when the run could not find out the job's state
   */
  Optional<Outcome> outcome() {
    Duration patience = left().dividedBy(MOST_JOINS);
    if (patience.compareTo(LEAST_BETWEEN_JOINS) < 0) {
      patience = LEAST_BETWEEN_JOINS;
    }
    try {
      while (!left().isNegative() && joined()) {
        Duration end = left().plus(DEADLINE_SLACK);
        if (!Workflow.await(
            end.compareTo(patience) < 0 ? end : patience, () -> answers.has(token))) {
          continue;
        }
        JoinAnswer answer = answers.take(token);
        if (answer.failure() != null) {
          throw answer.failure().thrown();
        }
        if (answer.outcome() != null) {
          return Optional.of(answer.outcome());
        }
        Workflow.sleep(UNTIL_CLOSED);
      }
      return Optional.empty();
    } finally {
      answers.forget(token);
    }
  }

  private boolean joined() {
    ActivityOptions options =
        ActivityOptions.newBuilder()
            .setStartToCloseTimeout(JOINING.dividedBy(2))
            .setScheduleToCloseTimeout(JOINING)
            .setSummary("join " + attempt.operation() + " " + attempt.jobId())
            .build();
    try {
      return Workflow.newUntypedActivityStub(options)
          .execute(ShareMediaJobActivities.JOIN, Boolean.class, new JoinRequest(attempt, token));
    } catch (ActivityFailure e) {
      if (e.getCause() instanceof CanceledFailure canceled) {
        throw canceled;
      }
      return false;
    }
  }

  private Duration left() {
    return Duration.between(
        Instant.ofEpochMilli(Workflow.currentTimeMillis()), attempt.deadlineAt());
  }
}
