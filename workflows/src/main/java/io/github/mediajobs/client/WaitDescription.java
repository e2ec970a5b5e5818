package io.github.mediajobs.client;

import io.github.mediajobs.failure.JobPending;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A wait as the Temporal service sees it now; no worker is asked.
 *
 * @param workflowId the workflow's id
 * @param runId the run
 * @param workflowType the type of the workflow, such as {@code AwaitMediaJob}
 * @param status whether the run goes on or how it ended
 * @param startedAt when the run began
 * @param endedAt when it ended, empty while it goes on
 * @param starter the mark of the waiter that started the run, empty when it came by another way
 * @param workflowTaskPending whether the run waits for a worker to take its next step
 * @param attempt the poll that runs or comes next; 0 when none is pending
 * @param lastSeen what the last poll saw, when it saw a job that goes on
 * @param problem what the last poll met instead of a job, in words
 * @param nextPollAt when the next poll is due, where the service tells it
 */
public record WaitDescription(
    String workflowId,
    String runId,
    String workflowType,
    WorkflowExecutionStatus status,
    Instant startedAt,
    Optional<Instant> endedAt,
    String starter,
    boolean workflowTaskPending,
    int attempt,
    Optional<JobPending> lastSeen,
    Optional<String> problem,
    Optional<Instant> nextPollAt) {
  /**
   * Whether the run goes on.
   *
   * @return true while it waits or runs steps
   */
  public boolean running() {
    return status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  }
}
