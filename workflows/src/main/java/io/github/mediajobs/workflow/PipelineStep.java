package io.github.mediajobs.workflow;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.wire.Step;
import io.temporal.workflow.Functions;

/**
 * One piece of post-processing in a user's own workflow.
 *
 * @param <J> the job's record
 */
public sealed interface PipelineStep<J extends MediaJob> {
  /**
   * The step's name, unique over both branches.
   *
   * @return 1 to 64 of {@code [A-Za-z0-9._-]}
   */
  String name();

  /**
   * A step that is code of the workflow: it calls activities or child workflows through stubs.
   *
   * @param <J> the job's record
   * @param name the step's name
   * @param code gets the outcome and the idempotency key; its answer becomes the step's result
   * @return the step
   */
  static <J extends MediaJob> PipelineStep<J> step(
      String name, Functions.Func1<StepContext<J>, ?> code) {
    return new Code<>(name, code);
  }

  /**
   * A step by type name, as on the wire.
   *
   * @param <J> the job's record
   * @param step an activity, a child workflow or a webhook
   * @return the step
   */
  static <J extends MediaJob> PipelineStep<J> step(Step step) {
    return new Named<>(step);
  }

  /**
   * A step that is code of the workflow.
   *
   * @param <J> the job's record
   * @param name the step's name
   * @param code what the step does
   */
  record Code<J extends MediaJob>(String name, Functions.Func1<StepContext<J>, ?> code)
      implements PipelineStep<J> {
    /**
     * Checks the name.
     *
     * @throws InvalidRequestException when the name is not 1 to 64 of {@code [A-Za-z0-9._-]}
     */
    public Code {
      Step.activity(name, name);
    }
  }

  /**
   * A step by type name.
   *
   * @param <J> the job's record
   * @param step an activity, a child workflow or a webhook
   */
  record Named<J extends MediaJob>(Step step) implements PipelineStep<J> {
    @Override
    public String name() {
      return step.name();
    }
  }
}
