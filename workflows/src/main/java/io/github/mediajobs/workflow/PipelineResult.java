package io.github.mediajobs.workflow;

import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.wire.StepResult;
import io.github.mediajobs.wire.StepStatus;
import java.util.List;
import java.util.Optional;

/**
 * How a wait and the steps after it ended.
 *
 * @param <J> the job's record
 * @param outcome how the wait ended
 * @param steps how each step of the branch taken ended, in the order in which they were given
 */
public record PipelineResult<J extends MediaJob>(JobOutcome<J> outcome, List<StepResult> steps) {
  /**
   * Copies what could be modified.
   *
   * @throws NullPointerException when {@code steps} is null
   */
  public PipelineResult {
    steps = List.copyOf(steps);
  }

  /**
   * One step's result.
   *
   * @param name the step's name
   * @return the result, or empty when the step was not on the branch taken
   */
  public Optional<StepResult> step(String name) {
    return steps.stream().filter(step -> step.name().equals(name)).findFirst();
  }

  /**
   * Whether every step of the branch taken completed.
   *
   * @return true when none failed
   */
  public boolean allStepsCompleted() {
    return steps.stream().allMatch(step -> step.status() == StepStatus.COMPLETED);
  }
}
