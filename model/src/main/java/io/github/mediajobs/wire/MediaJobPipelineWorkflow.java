package io.github.mediajobs.wire;

import io.temporal.common.converter.RawValue;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Waits for one job and runs the steps of the branch it took. Started by name from any language.
 */
@WorkflowInterface
public interface MediaJobPipelineWorkflow {
  /** The workflow type. */
  String TYPE = "MediaJobPipeline";

  /**
   * Waits until the job ends or the deadline passes, then runs the steps in parallel.
   *
   * @param request a {@link PipelineRequest} as JSON
   * @return how the wait and each step ended; the workflow completes even when steps failed
   */
  @WorkflowMethod(name = TYPE)
  PipelineOutcome run(RawValue request);

  /**
   * Says that the job may have ended: one read beside the waiting activity.
   *
   * @param event anything; it is not looked at
   */
  @SignalMethod(name = "jobEvent")
  void jobEvent(RawValue event);

  /**
   * Tells that the run that this one shares has ended.
   *
   * @param answer names the wait; others and repeats are ignored
   */
  @SignalMethod(name = ShareMediaJobActivities.ENDED)
  void mediaJobEnded(JoinAnswer answer);

  /**
   * What the workflow itself knows.
   *
   * @return the phase, the job and what has ended so far
   */
  @QueryMethod(name = "progress")
  Progress progress();
}
