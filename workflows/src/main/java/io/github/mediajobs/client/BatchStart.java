package io.github.mediajobs.client;

import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.wire.AwaitMediaJobsWorkflow;
import io.github.mediajobs.wire.BatchRequest;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * Starts a run of a batch, joins the one that goes on under its id, or finds the one that completed
 * there; one that failed, was cancelled or terminated is started anew.
 */
final class BatchStart {
  /** The memo that tells which jobs a run awaits. */
  private static final String JOBS = "mediajobs.jobs";

  private final Place place;

  BatchStart(Place place) {
    this.place = place;
  }

  BatchWatch startOrJoin(String workflowId, BatchRequest request, String region) {
    String starter = UUID.randomUUID().toString();
    String jobs = digest(request);
    WorkflowOptions options =
        place
            .manyJobs(workflowId, request.operation())
            .setWorkflowIdConflictPolicy(
                WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
            .setWorkflowIdReusePolicy(
                WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY)
            .setMemo(Map.of(OwnDeadline.STARTER, starter, JOBS, jobs))
            .setStaticSummary("%s, %d jobs".formatted(request.operation(), request.jobIds().size()))
            .build();
    OwnDeadline deadline =
        OwnDeadline.in(
            request.deadline(), new JobReference(request.operation(), null, region), starter);
    try {
      start(options, request);
      WorkflowExecutionDescription run =
          place.client().newUntypedWorkflowStub(workflowId).describe();
      if (!jobs.equals(run.getMemo(JOBS, String.class))) {
        throw new InvalidRequestException(
            "batch", workflowId + " awaits other jobs; give these another batch name");
      }
      boolean own = starter.equals(run.getMemo(OwnDeadline.STARTER, String.class));
      WorkflowStub stub = place.client().newUntypedWorkflowStub(workflowId);
      return new BatchWatch(workflowId, stub, request, region, deadline, own);
    } catch (WorkflowException | StatusRuntimeException e) {
      throw new JobStateUnknownException(
          FailureType.SERVICE_UNAVAILABLE.wireName(),
          null,
          "The Temporal service did not start %s: %s"
              .formatted(workflowId, e.getCause() == null ? e : e.getCause().getMessage()),
          e);
    }
  }

  private void start(WorkflowOptions options, BatchRequest request) {
    try {
      place.client().newUntypedWorkflowStub(AwaitMediaJobsWorkflow.TYPE, options).start(request);
    } catch (WorkflowExecutionAlreadyStarted e) {
      // The run of this id has completed: its result is read.
      return;
    }
  }

  private static String digest(BatchRequest request) {
    BatchRequest jobs =
        new BatchRequest(
            null,
            request.jobIds(),
            request.operation(),
            request.region(),
            null,
            request.until(),
            null,
            request.onSuccess(),
            request.onFailure(),
            null);
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha.digest(Json.write(jobs).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
