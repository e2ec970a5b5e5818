package io.github.mediajobs.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.wire.AnswerRequest;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.wire.JoinAnswer;
import io.github.mediajobs.wire.JoinRequest;
import io.github.mediajobs.wire.Joiner;
import io.github.mediajobs.wire.ShareMediaJobActivities;
import io.github.mediajobs.wire.WireInput;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.common.converter.RawValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Makes workflows join the run that awaits a job, and tells them its end. */
public final class JobSharing implements ShareMediaJobActivities {
  /** The server's bounds are 10,000 signals and 51,200 events a run; a joiner costs up to four. */
  private static final int MOST_EVENTS = 10_000;

  private static final Duration LEAST_DEADLINE = Duration.ofSeconds(1);

  private final Catalogue catalogue;
  private final String region;
  private final InstantSource clock;
  private final boolean searchable;

  /**
   * Gathers what joining needs.
   *
   * @param catalogue the operations that may be named
   * @param region where jobs live whose request names no region
   * @param clock follows the Temporal service's time
   * @param searchable whether the runs that it starts have search attributes, which the namespace
   *     must have
   */
  public JobSharing(Catalogue catalogue, String region, InstantSource clock, boolean searchable) {
    this.catalogue = catalogue;
    this.region = region;
    this.clock = clock;
    this.searchable = searchable;
  }

  @Override
  public boolean join(RawValue argument) {
    JoinRequest request = WireInput.read(argument, this::checked);
    AwaitAttempt awaited = request.awaited();
    JobOperation<?> operation = catalogue.require(awaited.operation());
    String jobRegion = Objects.requireNonNullElse(awaited.region(), region);
    String id = WorkflowIds.await(jobRegion, operation, awaited.jobId(), awaited.until());
    ActivityInfo self = Activity.getExecutionContext().getInfo();
    WorkflowClient client = Activity.getExecutionContext().getWorkflowClient();
    if (id.equals(self.getWorkflowId()) || full(client, id)) {
      return false;
    }
    Joiner joiner =
        new Joiner(
            self.getWorkflowId(), self.getWorkflowRunId(), request.token(), awaited.deadlineAt());
    AwaitRequest wait =
        new AwaitRequest(
            operation.action(),
            awaited.jobId(),
            jobRegion,
            left(awaited.deadlineAt()),
            awaited.until(),
            awaited.polling());
    WorkflowOptions options =
        new Place(client, self.getActivityTaskQueue(), searchable)
            .oneJob(id, operation.action())
            .setStaticSummary("%s %s".formatted(operation.action(), awaited.jobId().strip()))
            .build();
    try {
      client
          .newUntypedWorkflowStub(AwaitMediaJobWorkflow.TYPE, options)
          .signalWithStart(AwaitMediaJobWorkflow.JOIN, new Object[] {joiner}, new Object[] {wait});
      return true;
    } catch (WorkflowException | StatusRuntimeException e) {
      if (refused(e)) {
        return false;
      }
      throw e;
    }
  }

  private JoinRequest checked(JsonNode input) {
    JoinRequest request = JoinRequest.read(input);
    catalogue.require(request.awaited().operation()).awaitedOr(request.awaited().until());
    return request;
  }

  private Duration left(Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.compareTo(LEAST_DEADLINE) < 0 ? LEAST_DEADLINE : left;
  }

  private boolean full(WorkflowClient client, String workflowId) {
    return running(client, workflowId)
        .filter(run -> run.getHistoryLength() > MOST_EVENTS)
        .isPresent();
  }

  private static Optional<WorkflowExecutionInfo> running(WorkflowClient client, String workflowId) {
    try {
      return Optional.of(
              client
                  .getWorkflowServiceStubs()
                  .blockingStub()
                  .describeWorkflowExecution(
                      DescribeWorkflowExecutionRequest.newBuilder()
                          .setNamespace(client.getOptions().getNamespace())
                          .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId))
                          .build())
                  .getWorkflowExecutionInfo())
          .filter(
              it -> it.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public void answer(AnswerRequest request) {
    WorkflowClient client = Activity.getExecutionContext().getWorkflowClient();
    RuntimeException failed = null;
    for (Joiner joiner : request.joiners()) {
      try {
        tell(client, joiner, request.answer());
      } catch (WorkflowException | StatusRuntimeException e) {
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }

  /** Whoever is gone, or takes no more signals, needs no answer. */
  private static void tell(WorkflowClient client, Joiner joiner, JoinAnswer answer) {
    WorkflowTargetOptions target =
        WorkflowTargetOptions.newBuilder()
            .setWorkflowId(joiner.workflowId())
            .setRunId(joiner.runId())
            .build();
    try {
      client
          .newUntypedWorkflowStub(target)
          .signal(ShareMediaJobActivities.ENDED, answer.to(joiner.token()));
    } catch (WorkflowException | StatusRuntimeException e) {
      if (!(e instanceof WorkflowNotFoundException) && !refused(e)) {
        throw e;
      }
    }
  }

  /** The server will never take it: such as a signal past its limit. */
  private static boolean refused(RuntimeException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return Status.fromThrowable(cause).getCode() == Status.Code.INVALID_ARGUMENT;
  }
}
