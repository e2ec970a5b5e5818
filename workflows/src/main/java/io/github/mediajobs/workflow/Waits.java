package io.github.mediajobs.workflow;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.AwaitRequest;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Objects;

/** Turns a request into what each attempt gets: names resolved, the deadline an instant. */
final class Waits {
  private Waits() {}

  /**
   * For a workflow of this library: the deadline counts from the run's start.
   *
   * @throws InvalidRequestException when the operation or a status to wait for is unknown
   */
  static AwaitAttempt fromStart(AwaitRequest request, Catalogue catalogue, String region) {
    JobOperation<?> operation = catalogue.require(request.operation());
    operation.awaitedOr(request.until());
    return attempt(
        request,
        operation,
        region,
        Instant.ofEpochMilli(Workflow.getInfo().getRunStartedTimestampMillis()));
  }

  /** For a user's workflow: the deadline counts from now, and the worker picks the region. */
  static AwaitAttempt fromNow(AwaitRequest request, JobOperation<?> operation) {
    return attempt(request, operation, null, Instant.ofEpochMilli(Workflow.currentTimeMillis()));
  }

  private static AwaitAttempt attempt(
      AwaitRequest request, JobOperation<?> operation, String region, Instant start) {
    return new AwaitAttempt(
        operation.action(),
        request.jobId(),
        request.region() == null ? region : request.region(),
        start.plus(Objects.requireNonNullElse(request.deadline(), AwaitRequest.DEFAULT_DEADLINE)),
        request.until(),
        request.polling());
  }
}
