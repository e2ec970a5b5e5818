package io.github.mediajobs.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.uber.m3.tally.Scope;
import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.JobRead;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.failure.JobPending;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.learning.Learner;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.polling.Waited;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Awaits a job: one read per attempt, and between attempts nothing but the server's timer. Keeps no
 * state and sends no heartbeat.
 */
public final class JobPoller implements AwaitMediaJobActivity {
  private static final Logger LOG = LoggerFactory.getLogger(JobPoller.class);

  private final MediaApi api;
  private final Catalogue catalogue;
  private final InstantSource clock;
  private final DoubleSupplier random;
  private final Learner learner;
  private final UnknownStatuses unknownStatuses = new UnknownStatuses(LOG);

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
    this.clock = clock;
    this.random = random;
    this.learner = learner;
  }

  @Override
  public Outcome await(RawValue argument) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    Attempt attempt =
        WireInput.read(argument, input -> attempt(AwaitAttempt.read(input), context.getInfo()));
    JobRead read;
    try {
      read = api.read(attempt.operation(), attempt.job().jobId(), attempt.job().region());
    } catch (ApiException e) {
      return unread(attempt, e);
    }
    return seen(attempt, read, context.getMetricsScope());
  }

  /** What an attempt makes of a job that it read. */
  Outcome seen(Attempt attempt, JobRead read, Scope metrics) {
    MediaJob job = decode(attempt.operation(), read.job());
    JobState state = attempt.operation().stateOf(job.status());
    Instant now = clock.instant();
    learn(attempt, job, state, read.job(), now);
    if (state == JobState.FAILED) {
      return Outcomes.ended(OutcomeKind.FAILED, attempt, job, read.job());
    }
    if (attempt.until().contains(Shown.text(job.status()))) {
      return Outcomes.ended(OutcomeKind.SUCCEEDED, attempt, job, read.job());
    }
    if (state == JobState.UNKNOWN) {
      unknownStatuses.seen(attempt, job, metrics);
    }
    if (attempt.last(now)) {
      return Outcomes.timedOut(attempt, job, read.job());
    }
    throw pending(attempt, job, read.job(), now);
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

  private void learn(Attempt attempt, MediaJob job, JobState state, ObjectNode tree, Instant now) {
    switch (state) {
      case SUCCEEDED, FAILED -> learner.ended(attempt.job(), job, tree, now);
      case PENDING, RUNNING ->
          learner.going(attempt.job(), job, attempt.startedAt(), attempt.polls(), now);
      case UNKNOWN -> {}
    }
  }

  private ApplicationFailure pending(Attempt attempt, MediaJob job, ObjectNode tree, Instant now) {
    Instant since = job.submittedAt().filter(at -> !at.isAfter(now)).orElse(attempt.startedAt());
    Waited waited =
        new Waited(
            Duration.between(since, now),
            attempt.polls(),
            job.progress(),
            learner.plan(attempt.policy().schedule(), attempt.operation(), tree));
    Duration delay = attempt.delay(now, waited, random.getAsDouble());
    Instant next = now.plus(delay).truncatedTo(ChronoUnit.MILLIS);
    return Failures.pending(
        "%s is %s%s after poll %d; next poll at %s"
            .formatted(
                attempt.job(),
                Shown.status(job),
                job.progress().isPresent() ? " (" + job.progress().getAsInt() + " %)" : "",
                attempt.polls(),
                next),
        new JobPending(Shown.text(job.status()), boxed(job.progress()), attempt.polls(), next),
        delay);
  }

  /** What an attempt makes of a read that brought no job. */
  Outcome unread(Attempt attempt, ApiException failure) {
    Instant now = clock.instant();
    return switch (failure.type()) {
      case JOB_NOT_FOUND -> notFound(attempt, failure, now);
      case ACCESS_DENIED, CREDENTIALS_INVALID -> {
        if (attempt.polls() == 1 || attempt.last(now)) {
          throw Failures.end(failure);
        }
        LOG.warn("{}; trying again in case a key is being rotated", failure.getMessage());
        throw Failures.again(
            failure, attempt.failedDelay(now, attempt.policy().patience(), random.getAsDouble()));
      }
      case THROTTLED, SERVICE_UNAVAILABLE, MALFORMED_RESPONSE -> {
        if (attempt.lastPollLost(now)) {
          throw Failures.end(failure);
        }
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        throw Failures.again(failure, attempt.failedDelay(now, asked, random.getAsDouble()));
      }
      case INVALID_REQUEST, JOB_PENDING -> throw Failures.end(failure);
    };
  }

  private Outcome notFound(Attempt attempt, ApiException failure, Instant now) {
    if (!attempt.graceOver(now) && !attempt.last(now)) {
      throw Failures.again(failure, attempt.notFoundDelay(now, random.getAsDouble()));
    }
    return Outcomes.notFound(attempt, failure.code());
  }

  private static MediaJob decode(JobOperation<?> operation, ObjectNode tree) {
    try {
      return operation.decode(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("read() decodes every job that it returns", e);
    }
  }

  private static Integer boxed(OptionalInt progress) {
    return progress.isPresent() ? progress.getAsInt() : null;
  }
}
