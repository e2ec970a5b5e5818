package io.github.mediajobs.activity;

import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.polling.PollPolicy;
import io.github.mediajobs.polling.Waited;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What one attempt knows before it reads the job. It has no state of its own: the number of polls
 * is the attempt's number, the start is when the activity was scheduled.
 *
 * @param operation reads the job
 * @param job which job
 * @param until the statuses that end the wait as succeeded
 * @param policy when to look next
 * @param startedAt when the wait began
 * @param deadlineAt when it ends with a last poll
 * @param polls this one included
 */
record Attempt(
    JobOperation<?> operation,
    JobReference job,
    Set<String> until,
    PollPolicy policy,
    Instant startedAt,
    Instant deadlineAt,
    int polls) {
  /**
   * How long after the deadline, or after a wait that began later, the last poll is tried again
   * when it gets no answer: a worker that dies with it, which takes half a minute to be noticed,
   * must not use it up.
   */
  private static final Duration LAST_POLL_GRACE = Duration.ofSeconds(90);

  /** Unless the server asks for more, how soon. */
  private static final Duration LAST_POLL_AGAIN = Duration.ofSeconds(10);

  boolean last(Instant now) {
    return !now.isBefore(deadlineAt);
  }

  boolean lastPollLost(Instant now) {
    return !now.minus(LAST_POLL_GRACE).isBefore(lastPollAt());
  }

  boolean graceOver(Instant now) {
    return !now.isBefore(graceEnd());
  }

  /** The schedule's delay, cut so that the next poll comes at the deadline at the latest. */
  Duration delay(Instant now, Waited waited, double random) {
    return until(deadlineAt, now, policy.delay(waited, random));
  }

  /** The delay after a read that no job answered, cut at the end of the grace as well. */
  Duration notFoundDelay(Instant now, double random) {
    return until(graceEnd(), now, delay(now, unread(now), random));
  }

  /**
   * The delay after a failed read: at least what the server asks for, but no later than the end.
   */
  Duration failedDelay(Instant now, Duration asked, double random) {
    Duration delay = policy.delay(unread(now), random);
    if (last(now) && delay.compareTo(LAST_POLL_AGAIN) > 0) {
      delay = LAST_POLL_AGAIN;
    }
    Duration wanted = asked.compareTo(delay) > 0 ? asked : delay;
    return until(last(now) ? lastPollAt().plus(LAST_POLL_GRACE) : deadlineAt, now, wanted);
  }

  private Waited unread(Instant now) {
    return new Waited(Duration.between(startedAt, now), polls, OptionalInt.empty());
  }

  private Instant lastPollAt() {
    return startedAt.isAfter(deadlineAt) ? startedAt : deadlineAt;
  }

  private Instant graceEnd() {
    return startedAt.plus(policy.notFoundGrace());
  }

  private static Duration until(Instant end, Instant now, Duration delay) {
    Duration left = Duration.between(now, end);
    return left.compareTo(delay) < 0 ? left : delay;
  }
}
