package io.github.mediajobs.client;

import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.AwaitMediaJobsWorkflow;
import io.github.mediajobs.wire.MediaJobPipelineWorkflow;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A run of one of the ready-made workflows, as the Temporal service lists it.
 *
 * @param kind what it does
 * @param workflowId the workflow's id
 * @param runId the run
 * @param status whether the run goes on or how it ended
 * @param startedAt when it began
 * @param endedAt when it ended, empty while it goes on
 * @param job which job it awaits; empty for batches, and for runs whose id is not one of {@link
 *     WorkflowIds}
 */
public record JobRun(
    Kind kind,
    String workflowId,
    String runId,
    WorkflowExecutionStatus status,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<JobReference> job) {
  /** What a run does. */
  public enum Kind {
    /** Waits for one job. */
    WAIT(AwaitMediaJobWorkflow.TYPE, "media-job/"),
    /** Waits for one job, then runs steps. */
    PIPELINE(MediaJobPipelineWorkflow.TYPE, "media-job-pipeline/"),
    /** Waits for many jobs. */
    BATCH(AwaitMediaJobsWorkflow.TYPE, "media-jobs/");

    private final String workflowType;
    private final String idPrefix;

    Kind(String workflowType, String idPrefix) {
      this.workflowType = workflowType;
      this.idPrefix = idPrefix;
    }

    /**
     * The type of the workflow.
     *
     * @return such as {@code AwaitMediaJob}
     */
    public String workflowType() {
      return workflowType;
    }

    /**
     * The kind of a workflow type.
     *
     * @param workflowType any
     * @return the kind, empty for workflows that are not this library's
     */
    public static Optional<Kind> of(String workflowType) {
      return Arrays.stream(values()).filter(it -> it.workflowType.equals(workflowType)).findFirst();
    }

    /** The id of a pipeline's step begins with the pipeline's, and is not that of a wait. */
    private Optional<JobReference> job(String workflowId) {
      return workflowId.startsWith(idPrefix) ? WorkflowIds.job(workflowId) : Optional.empty();
    }
  }

  static JobRun of(Kind kind, WorkflowExecutionInfo info) {
    String workflowId = info.getExecution().getWorkflowId();
    return new JobRun(
        kind,
        workflowId,
        info.getExecution().getRunId(),
        info.getStatus(),
        Describe.instant(info.getStartTime()),
        Describe.endedAt(info),
        kind.job(workflowId));
  }
}
