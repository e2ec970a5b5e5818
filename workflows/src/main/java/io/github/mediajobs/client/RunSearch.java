package io.github.mediajobs.client;

import com.google.protobuf.ByteString;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobReference;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import io.temporal.client.WorkflowClient;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds runs of the ready-made workflows in the client's namespace, on whatever task queue, by the
 * service's visibility, which may be a moment behind. Immutable: each call gives a new one.
 */
public final class RunSearch {
  private static final int PAGE = 200;

  private final WorkflowClient client;
  private final boolean ended;
  private final Predicate<JobReference> jobs;

  RunSearch(WorkflowClient client) {
    this(client, false, null);
  }

  private RunSearch(WorkflowClient client, boolean ended, Predicate<JobReference> jobs) {
    this.client = client;
    this.ended = ended;
    this.jobs = jobs;
  }

  /**
   * Finds those too that have ended, as long as the namespace keeps them.
   *
   * @return a new search
   */
  public RunSearch withEnded() {
    return new RunSearch(client, true, jobs);
  }

  /**
   * Finds only those whose id tells that they await a job of this operation: no batches.
   *
   * @param operation reads the job
   * @return a new search
   */
  public RunSearch of(JobOperation<?> operation) {
    return where(it -> it.operation().equals(operation.action()));
  }

  /**
   * Finds only those whose id tells that they await a job in this region: no batches. The client's
   * own region narrows nothing.
   *
   * @param region such as {@code cn-beijing}
   * @return a new search
   */
  public RunSearch in(String region) {
    return where(it -> it.region().equals(region));
  }

  private RunSearch where(Predicate<JobReference> more) {
    return new RunSearch(client, ended, jobs == null ? more : jobs.and(more));
  }

  /**
   * Asks the service, page by page as the stream is read.
   *
   * @return the runs in the service's order, the latest first
   * @throws JobStateUnknownException when the Temporal service does not list them; the stream too
   *     may throw it
   */
  public Stream<JobRun> stream() {
    return Stream.iterate(page(ByteString.EMPTY), Objects::nonNull, this::next)
        .flatMap(page -> page.getExecutionsList().stream())
        .map(RunSearch::run)
        .flatMap(Optional::stream)
        .filter(run -> jobs == null || run.job().filter(jobs).isPresent());
  }

  private static Optional<JobRun> run(WorkflowExecutionInfo info) {
    return JobRun.Kind.of(info.getType().getName()).map(kind -> JobRun.of(kind, info));
  }

  private ListWorkflowExecutionsResponse next(ListWorkflowExecutionsResponse page) {
    return page.getNextPageToken().isEmpty() ? null : page(page.getNextPageToken());
  }

  private ListWorkflowExecutionsResponse page(ByteString token) {
    String namespace = client.getOptions().getNamespace();
    try {
      return client
          .getWorkflowServiceStubs()
          .blockingStub()
          .listWorkflowExecutions(
              ListWorkflowExecutionsRequest.newBuilder()
                  .setNamespace(namespace)
                  .setQuery(query())
                  .setPageSize(PAGE)
                  .setNextPageToken(token)
                  .build());
    } catch (StatusRuntimeException e) {
      throw new JobStateUnknownException(
          FailureType.SERVICE_UNAVAILABLE.wireName(),
          null,
          "The Temporal service did not list the runs of namespace %s: %s"
              .formatted(namespace, e.getMessage()),
          e);
    }
  }

  private String query() {
    String types =
        Arrays.stream(JobRun.Kind.values())
            .map(it -> "'" + it.workflowType() + "'")
            .collect(Collectors.joining(", ", "WorkflowType IN (", ")"));
    return ended ? types : types + " AND ExecutionStatus = 'Running'";
  }
}
