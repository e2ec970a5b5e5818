package io.github.mediajobs.wire;

import io.temporal.common.converter.RawValue;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Waits for one job. Started by name from any language. */
@WorkflowInterface
public interface AwaitMediaJobWorkflow {
  /** The workflow type. */
  String TYPE = "AwaitMediaJob";

  /** The signal by which other workflows share the run. */
  String JOIN = "join";

  /**
   * Waits until the job ends or the deadline passes.
   *
   * @param request an {@link AwaitRequest} as JSON
   * @return how the wait ended
   */
  @WorkflowMethod(name = TYPE)
  Outcome await(RawValue request);

  /**
   * Says that the job may have ended: one read beside the waiting activity.
   *
   * @param event anything; it is not looked at
   */
  @SignalMethod(name = "jobEvent")
  void jobEvent(RawValue event);

  /**
   * Asks for the signal {@code mediaJobEnded} at the end.
   *
   * @param joiner who asks; the same asks once, however often it is said
   */
  @SignalMethod(name = JOIN)
  void join(Joiner joiner);

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
   * @return the phase, the job and, once it is there, the outcome
   */
  @QueryMethod(name = "progress")
  Progress progress();
}
