package io.github.mediajobs.client;

import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.wire.AwaitRequest;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
import java.util.Map;
import java.util.UUID;

/** Starts a run of one of the ready-made workflows, or joins the one that has its id. */
final class Start {
  private final Place place;

  Start(Place place) {
    this.place = place;
  }

  OwnDeadline startOrJoin(String type, String workflowId, AwaitRequest wait, Object input) {
    JobReference job = new JobReference(wait.operation(), wait.jobId(), wait.region());
    String starter = UUID.randomUUID().toString();
    WorkflowOptions options =
        place
            .oneJob(workflowId, wait.operation())
            .setWorkflowIdConflictPolicy(
                WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
            .setMemo(Map.of(OwnDeadline.STARTER, starter))
            .setStaticSummary("%s %s".formatted(wait.operation(), wait.jobId().strip()))
            .setStaticDetails(
                "Awaits `%s` in %s for at most %s."
                    .formatted(wait.jobId().strip(), wait.region(), wait.deadline()))
            .build();
    OwnDeadline deadline = OwnDeadline.in(wait.deadline(), job, starter);
    try {
      place.client().newUntypedWorkflowStub(type, options).start(input);
    } catch (WorkflowException | StatusRuntimeException e) {
      throw new JobStateUnknownException(
          FailureType.SERVICE_UNAVAILABLE.wireName(),
          null,
          "The Temporal service did not start %s: %s".formatted(workflowId, reason(e)),
          e);
    }
    return deadline;
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause.getMessage();
  }
}
