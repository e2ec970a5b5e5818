package io.github.mediajobs.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.polling.PollPolicy;
import io.github.mediajobs.sweep.ListScope;
import io.github.mediajobs.wire.BatchJobs;
import io.github.mediajobs.wire.BatchShift;
import io.github.mediajobs.wire.JobEnd;
import io.github.mediajobs.wire.JobFailure;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Polling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What every shift of a batch knows. Jobs are named by their index in the request. */
final class Batch {
  /** What all job objects together may take on their way to the run. */
  private static final int BODIES_BYTES = 12 * 1024 * 1024;

  private static final int BODY_BYTES = 128 * 1024;

  private final BatchShift shift;
  private final Catalogue catalogue;
  private final List<JobReference> jobs;
  private final PollPolicy policy;
  private final int bodyBytes;
  private Map<JobReference, List<Integer>> byName;

  private Batch(BatchShift shift, Catalogue catalogue, List<JobReference> jobs) {
    this.shift = shift;
    this.catalogue = catalogue;
    this.jobs = jobs;
    this.policy = Objects.requireNonNullElse(shift.request().polling(), Polling.DEFAULT).policy();
    boolean bodies =
        shift.request().hasSteps() || Boolean.TRUE.equals(shift.request().includeJobs());
    this.bodyBytes = bodies ? Math.min(BODY_BYTES, BODIES_BYTES / jobs.size()) : 0;
  }

  static Batch of(BatchShift shift, Catalogue catalogue, String defaultRegion) {
    return new Batch(shift, catalogue, BatchJobs.of(shift.request(), catalogue, defaultRegion));
  }

  int size() {
    return jobs.size();
  }

  Instant startedAt() {
    return shift.startedAt();
  }

  PollPolicy policy() {
    return policy;
  }

  JobReference job(int job) {
    return jobs.get(job);
  }

  JobOperation<?> operation(int job) {
    return catalogue.require(jobs.get(job).operation());
  }

  /** The list that may hold a job, beside others. */
  ListScope list(int job) {
    return new ListScope(jobs.get(job).operation(), jobs.get(job).region());
  }

  Attempt attempt(int job, int polls) {
    JobOperation<?> operation = operation(job);
    return new Attempt(
        operation,
        jobs.get(job),
        operation.awaitedOr(shift.request().until()),
        policy,
        shift.startedAt(),
        shift.deadlineAt(),
        polls);
  }

  /** A job whose wait is over, with as much of the job object as there is room for. */
  JobEnd ended(Outcome outcome) {
    JobEnd end = JobEnd.of(outcome).unnamed();
    if (bodyBytes == 0 || outcome.job() == null) {
      return end.withJob(null, null);
    }
    CappedJob capped = CappedJob.of((ObjectNode) outcome.job(), bodyBytes);
    List<String> truncated = new ArrayList<>(capped.truncated());
    if (outcome.truncated() != null) {
      truncated.addAll(outcome.truncated());
    }
    return end.withJob(capped.job(), truncated.isEmpty() ? null : truncated);
  }

  /** A job whose state cannot be found out. */
  static JobEnd lost(Attempt attempt, ApiException cause) {
    JobFailure failure =
        new JobFailure(
            cause.type().wireName(),
            cause.getMessage(),
            cause.code(),
            cause.requestId(),
            cause.httpStatus());
    return JobEnd.unknown(attempt.job(), attempt.polls(), failure).unnamed();
  }

  /** Where jobs of a name stand, in whatever region. */
  synchronized List<Integer> indexes(String operation, String jobId) {
    if (byName == null) {
      byName = new HashMap<>();
      for (int job = 0; job < jobs.size(); job++) {
        JobReference it = jobs.get(job);
        byName
            .computeIfAbsent(name(it.operation(), it.jobId()), key -> new ArrayList<>(1))
            .add(job);
      }
    }
    return byName.getOrDefault(name(operation, jobId), List.of());
  }

  private static JobReference name(String operation, String jobId) {
    return new JobReference(operation, jobId.strip(), null);
  }
}
