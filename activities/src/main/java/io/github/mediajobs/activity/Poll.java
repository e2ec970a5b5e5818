package io.github.mediajobs.activity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.uber.m3.tally.Scope;
import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.JobRead;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.api.budget.Caller;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.learning.Learner;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.polling.PollSchedule;
import io.github.mediajobs.polling.Waited;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a job once and decides what that means for the wait. Safe for threads. */
final class Poll {
  private static final Logger LOG = LoggerFactory.getLogger(JobPoller.class);

  private final MediaApi api;
  private final InstantSource clock;
  private final DoubleSupplier random;
  private final Learner learner;
  private final UnknownStatuses unknownStatuses = new UnknownStatuses(LOG);

  Poll(MediaApi api, InstantSource clock, DoubleSupplier random, Learner learner) {
    this.api = api;
    this.clock = clock;
    this.random = random;
    this.learner = learner;
  }

  Polled of(Attempt attempt, Caller caller, Scope metrics) {
    Polled polled = polled(attempt, caller, metrics);
    PollMetrics.polled(metrics, attempt, polled);
    return polled;
  }

  private Polled polled(Attempt attempt, Caller caller, Scope metrics) {
    JobRead<?> read;
    try {
      read = api.read(attempt.operation(), attempt.job().jobId(), attempt.job().region(), caller);
    } catch (ApiException e) {
      return unread(attempt, e);
    }
    return seen(attempt, read, metrics);
  }

  /** What a read means that brought the job. */
  Polled seen(Attempt attempt, JobRead<?> read, Scope metrics) {
    MediaJob job = read.record();
    JobState state = attempt.operation().stateOf(job.status());
    Instant now = clock.instant();
    learn(attempt, job, state, read.job(), now);
    if (state == JobState.SUCCEEDED || state == JobState.FAILED) {
      PollMetrics.ended(metrics, attempt, job, now);
    }
    if (state == JobState.FAILED) {
      return new Polled.Ended(Outcomes.ended(OutcomeKind.FAILED, attempt, job, read.job()));
    }
    if (attempt.until().contains(Shown.text(job.status()))) {
      return new Polled.Ended(Outcomes.ended(OutcomeKind.SUCCEEDED, attempt, job, read.job()));
    }
    if (state == JobState.UNKNOWN) {
      unknownStatuses.seen(attempt, job, metrics);
    }
    if (attempt.last(now)) {
      return new Polled.Ended(Outcomes.timedOut(attempt, job, read.job()));
    }
    return pending(attempt, job, read.job(), now);
  }

  /** What a list shows of a job; empty where only a read of the job itself can tell. */
  Optional<Polled.Pending> listed(Attempt attempt, MediaJob job) {
    Instant now = clock.instant();
    JobState state = attempt.operation().stateOf(job.status());
    boolean going = state == JobState.PENDING || state == JobState.RUNNING;
    return going && !attempt.until().contains(Shown.text(job.status())) && !attempt.last(now)
        ? Optional.of(pending(attempt, job, Json.tree(job), now))
        : Optional.empty();
  }

  private Polled.Pending pending(Attempt attempt, MediaJob job, JsonNode tree, Instant now) {
    if (attempt.policy().schedule() instanceof PollSchedule.Planned) {
      learner.prime(attempt.operation(), attempt.job().region());
    }
    Instant since = job.submittedAt().filter(at -> !at.isAfter(now)).orElse(attempt.startedAt());
    Waited waited =
        new Waited(
            Duration.between(since, now),
            attempt.polls(),
            job.progress(),
            learner.plan(attempt.policy().schedule(), attempt.operation(), tree));
    Duration delay = attempt.delay(now, waited, random.getAsDouble());
    return new Polled.Pending(job, now.plus(delay).truncatedTo(ChronoUnit.MILLIS), delay);
  }

  private void learn(Attempt attempt, MediaJob job, JobState state, ObjectNode tree, Instant now) {
    switch (state) {
      case SUCCEEDED, FAILED -> learner.ended(attempt.job(), job, tree, now);
      case PENDING, RUNNING ->
          learner.going(attempt.job(), job, attempt.startedAt(), attempt.polls(), now);
      case UNKNOWN -> {}
    }
  }

  /** What a read means that brought no job. */
  Polled unread(Attempt attempt, ApiException failure) {
    Instant now = clock.instant();
    return switch (failure.type()) {
      case JOB_NOT_FOUND ->
          attempt.graceOver(now) || attempt.last(now)
              ? new Polled.Ended(Outcomes.notFound(attempt, failure.code()))
              : new Polled.Again(failure, attempt.notFoundDelay(now, random.getAsDouble()));
      case ACCESS_DENIED, CREDENTIALS_INVALID -> {
        if (attempt.polls() == 1 || attempt.last(now)) {
          yield new Polled.Lost(failure);
        }
        LOG.warn("{}; trying again in case a key is being rotated", failure.getMessage());
        yield again(attempt, failure, now, attempt.policy().patience());
      }
      case THROTTLED, SERVICE_UNAVAILABLE, MALFORMED_RESPONSE ->
          attempt.lastPollLost(now)
              ? new Polled.Lost(failure)
              : again(attempt, failure, now, failure.retryAfter().orElse(Duration.ZERO));
      case INVALID_REQUEST, JOB_PENDING -> new Polled.Lost(failure);
    };
  }

  private Polled again(Attempt attempt, ApiException failure, Instant now, Duration asked) {
    return new Polled.Again(failure, attempt.failedDelay(now, asked, random.getAsDouble()));
  }
}
