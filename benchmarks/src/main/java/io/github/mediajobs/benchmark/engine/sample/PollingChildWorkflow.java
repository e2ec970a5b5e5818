package io.github.mediajobs.benchmark.engine.sample;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** The child of {@link PeriodicWorkflow}. */
@WorkflowInterface
public interface PollingChildWorkflow {
  /**
   * Waits until a job has ended.
   *
   * @param jobId which
   * @param minute what the sample calls a minute
   * @return the job's status
   */
  @WorkflowMethod
  String await(String jobId, Duration minute);
}
