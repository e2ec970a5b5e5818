package io.github.mediajobs.benchmark.chaos;

import io.github.mediajobs.wire.StepInput;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** The step of the pipelines that is a child workflow. */
@WorkflowInterface
public interface Archive {
  /**
   * Leaves its effect through an activity.
   *
   * @param input the outcome and the step's key
   */
  @WorkflowMethod(name = PostProcessing.ARCHIVE)
  void archive(StepInput input);

  /** The workflow. */
  final class Archiving implements Archive {
    private final PostProcessing activities =
        Workflow.newActivityStub(
            PostProcessing.class,
            ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(10)).build());

    @Override
    public void archive(StepInput input) {
      activities.publish(input);
    }
  }
}
