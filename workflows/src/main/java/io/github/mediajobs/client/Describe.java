package io.github.mediajobs.client;

import com.google.protobuf.Timestamp;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.JobPending;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.wire.AwaitMediaJobActivity;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DataConverter;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Reads a wait's live status off the pending activity's last failure: one call, no worker. */
final class Describe {
  private final WorkflowClient client;

  Describe(WorkflowClient client) {
    this.client = client;
  }

  WaitDescription wait(String workflowId) {
    try {
      return described(workflowId);
    } catch (StatusRuntimeException e) {
      throw undescribed(workflowId, e);
    }
  }

  /** As {@link #wait(String)}; empty when there is no such run. */
  Optional<WaitDescription> find(String workflowId) {
    try {
      return Optional.of(described(workflowId));
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw undescribed(workflowId, e);
    }
  }

  private WaitDescription described(String workflowId) {
    DescribeWorkflowExecutionResponse response = response(workflowId);
    WorkflowExecutionInfo info = response.getWorkflowExecutionInfo();
    Optional<PendingActivityInfo> pending =
        response.getPendingActivitiesList().stream()
            .filter(it -> it.getActivityType().getName().equals(AwaitMediaJobActivity.TYPE))
            // Beside the waiting activity there may be a probe, which has no earlier attempt.
            .max(Comparator.comparing(PendingActivityInfo::hasLastFailure));
    Optional<ApplicationFailure> failure = pending.flatMap(this::lastFailure);
    Optional<JobPending> seen =
        failure
            .filter(it -> it.getType().equals(FailureType.JOB_PENDING.wireName()))
            .map(it -> it.getDetails().get(JobPending.class));
    return new WaitDescription(
        workflowId,
        info.getExecution().getRunId(),
        info.getType().getName(),
        info.getStatus(),
        instant(info.getStartTime()),
        endedAt(info),
        starter(info),
        response.hasPendingWorkflowTask(),
        pending.map(PendingActivityInfo::getAttempt).orElse(0),
        seen,
        seen.isPresent() ? Optional.empty() : failure.map(ApplicationFailure::getOriginalMessage),
        seen.map(JobPending::nextPollAt)
            .or(
                () ->
                    pending
                        .filter(PendingActivityInfo::hasNextAttemptScheduleTime)
                        .map(it -> instant(it.getNextAttemptScheduleTime()))));
  }

  private DescribeWorkflowExecutionResponse response(String workflowId) {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .describeWorkflowExecution(
            DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId))
                .build());
  }

  private static JobStateUnknownException undescribed(
      String workflowId, StatusRuntimeException failure) {
    return new JobStateUnknownException(
        FailureType.SERVICE_UNAVAILABLE.wireName(),
        null,
        "The Temporal service did not describe %s: %s".formatted(workflowId, failure.getMessage()),
        failure);
  }

  private Optional<ApplicationFailure> lastFailure(PendingActivityInfo pending) {
    if (!pending.hasLastFailure()) {
      return Optional.empty();
    }
    DataConverter converter = client.getOptions().getDataConverter();
    return converter.failureToException(pending.getLastFailure()) instanceof ApplicationFailure it
        ? Optional.of(it)
        : Optional.empty();
  }

  private String starter(WorkflowExecutionInfo info) {
    Payload mark = info.getMemo().getFieldsMap().get(OwnDeadline.STARTER);
    return mark == null
        ? ""
        : client.getOptions().getDataConverter().fromPayload(mark, String.class, String.class);
  }

  static Optional<Instant> endedAt(WorkflowExecutionInfo info) {
    return info.hasCloseTime() ? Optional.of(instant(info.getCloseTime())) : Optional.empty();
  }

  static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
