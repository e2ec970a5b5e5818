package io.github.mediajobs.benchmark.chaos;

import io.github.mediajobs.wire.StepInput;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The steps of the pipelines that are activities; each leaves its effect in the ledger. */
@ActivityInterface
public interface PostProcessing {
  /** Where the steps run. */
  String TASK_QUEUE = "post-processing";

  /** An activity. */
  String PUBLISH = "Publish";

  /** An activity. */
  String ALERT = "Alert";

  /** A workflow. */
  String ARCHIVE = "Archive";

  /**
   * Follows a job that succeeded.
   *
   * @param input its outcome and the step's key
   */
  @ActivityMethod(name = PUBLISH)
  void publish(StepInput input);

  /**
   * Follows any other job.
   *
   * @param input its outcome and the step's key
   */
  @ActivityMethod(name = ALERT)
  void alert(StepInput input);
}
