package io.github.mediajobs.client;

import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.BatchPage;
import io.github.mediajobs.wire.BatchRequest;
import io.github.mediajobs.wire.BatchResult;
import io.github.mediajobs.wire.JobEnd;
import io.github.mediajobs.wire.JobFailure;
import io.github.mediajobs.wire.Outcome;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One run of a batch as a client follows it: each end is handed out once. */
final class BatchWatch {
  /** What a run may take past its deadline for the last polls of all jobs. */
  private static final Duration SLACK = Duration.ofMinutes(11);

  private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
  private static final Duration LOOK_AT_MOST_EVERY = Duration.ofSeconds(30);

  private final String workflowId;
  private final WorkflowStub stub;
  private final BatchRequest request;
  private final String region;
  private final OwnDeadline deadline;
  private final boolean own;
  private final Set<String> open;
  private final long begunNanos = System.nanoTime();
  private int told;
  private long lookNanos = begunNanos + FIRST_LOOK.toNanos();

  BatchWatch(
      String workflowId,
      WorkflowStub stub,
      BatchRequest request,
      String region,
      OwnDeadline deadline,
      boolean own) {
    this.workflowId = workflowId;
    this.stub = stub;
    this.request = request;
    this.region = region;
    this.deadline = deadline;
    this.own = own;
    this.open = new LinkedHashSet<>(request.jobIds());
  }

  String workflowId() {
    return workflowId;
  }

  int open() {
    return open.size();
  }

  int jobs() {
    return request.jobIds().size();
  }

  /** The result once it is there; no thread waits for it. */
  CompletableFuture<BatchResult> result() {
    return stub.getResultAsync(3650, TimeUnit.DAYS, BatchResult.class);
  }

  /** Asks what has ended, when it is time to: more seldom the longer the run goes on. */
  void look(long nowNanos, Consumer<JobEnd> each) {
    if (open.isEmpty() || nowNanos < lookNanos) {
      return;
    }
    try {
      BatchPage page = stub.query("outcomes", BatchPage.class, new BatchPage.From(told));
      told = page.done();
      page.outcomes().forEach(end -> hand(end, each));
    } catch (WorkflowException | StatusRuntimeException e) {
      // No worker answers now; the result comes without one.
      lookNanos = nowNanos + LOOK_AT_MOST_EVERY.toNanos();
      return;
    }
    long every = Math.min((nowNanos - begunNanos) / 10, LOOK_AT_MOST_EVERY.toNanos());
    lookNanos = System.nanoTime() + Math.max(FIRST_LOOK.toNanos(), every);
  }

  void ended(BatchResult result, Consumer<JobEnd> each) {
    result.outcomes().forEach(end -> hand(end, each));
  }

  /** The run ended without a result. */
  void failed(Throwable failure, Consumer<JobEnd> each) {
    JobStateUnknownException why =
        RunFailures.of(workflowId, failure.getCause() == null ? failure : failure.getCause());
    giveUp(why.type(), why.getMessage(), each);
  }

  /**
   * A joiner waits no longer than its own deadline; who started the run waits for its last polls.
   */
  void late(Consumer<JobEnd> each) {
    if (open.isEmpty() || !deadline.left().isZero()) {
      return;
    }
    if (!own) {
      List.copyOf(open).forEach(id -> hand(timedOut(id), each));
    } else if (deadline.past().compareTo(SLACK) > 0) {
      giveUp(
          FailureType.SERVICE_UNAVAILABLE.wireName(),
          workflowId + " has not ended past its deadline; is a worker running on its task queue?",
          each);
    }
  }

  private JobEnd timedOut(String id) {
    return JobEnd.of(
        new Outcome(
            OutcomeKind.TIMED_OUT,
            request.operation(),
            id,
            region,
            null,
            null,
            null,
            "had not ended at this waiter's own deadline; %s goes on".formatted(workflowId),
            0,
            null,
            null,
            null));
  }

  private void giveUp(String type, String message, Consumer<JobEnd> each) {
    JobFailure failure = new JobFailure(type, message, null, null, null);
    for (String id : List.copyOf(open)) {
      hand(JobEnd.unknown(new JobReference(request.operation(), id, region), 0, failure), each);
    }
  }

  private void hand(JobEnd end, Consumer<JobEnd> each) {
    if (open.remove(end.reference().jobId())) {
      each.accept(end);
    }
  }

  void cancel() {
    stub.cancel();
  }
}
