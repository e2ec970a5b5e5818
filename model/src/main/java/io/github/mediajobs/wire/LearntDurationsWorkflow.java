package io.github.mediajobs.wire;

import io.temporal.common.converter.RawValue;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Tells what a running worker learnt: the one that happens to take the workflow. */
@WorkflowInterface
public interface LearntDurationsWorkflow {
  /** The workflow type. */
  String TYPE = "LearntDurations";

  /**
   * Answers at once.
   *
   * @param request a {@link LearntRequest} as JSON
   * @return what that worker learnt
   */
  @WorkflowMethod(name = TYPE)
  LearntDurations learnt(RawValue request);
}
