package io.github.mediajobs.activity;

import com.uber.m3.tally.Scope;
import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.JobRead;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.api.budget.Caller;
import io.github.mediajobs.failure.JobPending;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.learning.Learner;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.AwaitMediaJobActivity;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.wire.WireInput;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;

/**
 * Awaits a job: one read per attempt, and between attempts nothing but the server's timer. Keeps no
 * state and sends no heartbeat.
 */
public final class JobPoller implements AwaitMediaJobActivity {
  private final MediaApi api;
  private final Catalogue catalogue;
  private final Poll poll;

  /**
   * Gathers what an attempt needs.
   *
   * @param api reads jobs
   * @param catalogue the operations that may be named
   * @param clock follows the Temporal service's time
   * @param random uniform in [0, 1), for jitter
   * @param learner learns from the jobs that end, and plans
   */
  public JobPoller(
      MediaApi api,
      Catalogue catalogue,
      InstantSource clock,
      DoubleSupplier random,
      Learner learner) {
    this.api = api;
    this.catalogue = catalogue;
    this.poll = new Poll(api, clock, random, learner);
  }

  @Override
  public Outcome await(RawValue argument) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    Attempt attempt =
        WireInput.read(argument, input -> attempt(AwaitAttempt.read(input), context.getInfo()));
    return answer(attempt, poll.of(attempt, Caller.SINGLE, context.getMetricsScope()));
  }

  /** What an attempt makes of a job that it read. */
  Outcome seen(Attempt attempt, JobRead<?> read, Scope metrics) {
    return answer(attempt, poll.seen(attempt, read, metrics));
  }

  /** What an attempt makes of a read that brought no job. */
  Outcome unread(Attempt attempt, ApiException failure) {
    return answer(attempt, poll.unread(attempt, failure));
  }

  private static Outcome answer(Attempt attempt, Polled polled) {
    if (polled instanceof Polled.Ended it) {
      return it.outcome();
    }
    if (polled instanceof Polled.Pending it) {
      throw pending(attempt, it);
    }
    if (polled instanceof Polled.Again it) {
      throw Failures.again(it.cause(), it.delay());
    }
    throw Failures.end(((Polled.Lost) polled).cause());
  }

  private Attempt attempt(AwaitAttempt input, ActivityInfo info) {
    JobOperation<?> operation = catalogue.require(input.operation());
    return new Attempt(
        operation,
        new JobReference(
            operation.action(),
            input.jobId(),
            Objects.requireNonNullElseGet(input.region(), api::defaultRegion)),
        operation.awaitedOr(input.until()),
        Objects.requireNonNullElse(input.polling(), Polling.DEFAULT).policy(),
        Instant.ofEpochMilli(info.getScheduledTimestamp()),
        input.deadlineAt(),
        info.getAttempt());
  }

  private static ApplicationFailure pending(Attempt attempt, Polled.Pending seen) {
    MediaJob job = seen.job();
    return Failures.pending(
        "%s is %s%s after poll %d; next poll at %s"
            .formatted(
                attempt.job(),
                Shown.status(job),
                job.progress().isPresent() ? " (" + job.progress().getAsInt() + " %)" : "",
                attempt.polls(),
                seen.next()),
        new JobPending(
            Shown.text(job.status()), boxed(job.progress()), attempt.polls(), seen.next()),
        seen.delay());
  }

  private static Integer boxed(OptionalInt progress) {
    return progress.isPresent() ? progress.getAsInt() : null;
  }
}
