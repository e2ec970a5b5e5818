package io.github.mediajobs.benchmark.engine.sample;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** A wait as Temporal's samples write it; which one is the worker's affair. */
@WorkflowInterface
public interface PollingWorkflow {
  /** The workflow type. */
  String TYPE = "PollingSample";

  /**
   * Waits until a job has ended.
   *
   * @param jobId which
   * @param minute what the sample calls a minute, so that it can be tried out in less
   * @return the job's status
   */
  @WorkflowMethod(name = TYPE)
  String await(String jobId, Duration minute);
}
