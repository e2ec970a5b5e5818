package io.github.mediajobs.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.PipelineRequest;
import io.github.mediajobs.wire.StepInput;
import io.github.mediajobs.wire.WireInput;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A wait and what follows it, in a user's workflow. Immutable: each call gives a new one.
 *
 * @param <J> the job's record
 */
public final class JobPipeline<J extends MediaJob> {
  private final JobAwait<J> wait;
  private final List<PipelineStep<J>> onSuccess;
  private final List<PipelineStep<J>> onFailure;

  JobPipeline(JobAwait<J> wait, List<PipelineStep<J>> onSuccess, List<PipelineStep<J>> onFailure) {
    this.wait = wait;
    this.onSuccess = onSuccess;
    this.onFailure = onFailure;
  }

  /**
   * Adds steps for a job that succeeds.
   *
   * @param steps up to 20 in all; they run in parallel once the job has ended
   * @return a new pipeline
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final JobPipeline<J> onSuccess(PipelineStep<J>... steps) {
    return new JobPipeline<>(wait, joined(onSuccess, List.of(steps)), onFailure);
  }

  /**
   * Adds steps for every other outcome: failed, timed out, not found.
   *
   * @param steps up to 20 in all; they run in parallel once the wait has ended
   * @return a new pipeline
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final JobPipeline<J> onFailure(PipelineStep<J>... steps) {
    return new JobPipeline<>(wait, onSuccess, joined(onFailure, List.of(steps)));
  }

  /**
   * Waits, and runs the steps of the branch that the job took.
   *
   * @return how the wait and each step ended; a failed step is a value
   * @throws ApplicationFailure of one of the wire's failure types when the state could not be found
   *     out, {@code InvalidRequest} for a wrong input among them
   */
  public PipelineResult<J> run() {
    checkSteps();
    Outcome end = wait.start().untyped();
    JobOutcome<J> outcome = end.typed(wait.operation());
    List<PipelineStep<J>> taken = end.outcome() == OutcomeKind.SUCCEEDED ? onSuccess : onFailure;
    Map<String, Functions.Func<JsonNode>> steps = new LinkedHashMap<>();
    taken.forEach(step -> steps.put(step.name(), () -> runStep(step, end, outcome)));
    return new PipelineResult<>(outcome, new Branch().run(steps));
  }

  /**
   * Begins to wait.
   *
   * @return completes as {@link #run} returns
   */
  public Promise<PipelineResult<J>> async() {
    return Async.function(this::run);
  }

  private JsonNode runStep(PipelineStep<J> step, Outcome end, JobOutcome<J> outcome) {
    String key =
        String.join(
            "/",
            Workflow.getInfo().getWorkflowId(),
            Objects.requireNonNullElse(end.region(), "default"),
            end.operation(),
            end.jobId(),
            step.name());
    if (step instanceof PipelineStep.Named<J> named) {
      return wait.namedSteps().run(named.step(), new StepInput(end, key));
    }
    PipelineStep.Code<J> code = (PipelineStep.Code<J>) step;
    return StepPayload.of(code.code().apply(new StepContext<>(outcome, key)));
  }

  private void checkSteps() {
    try {
      PipelineRequest.checkSteps(names(onSuccess), names(onFailure));
    } catch (InvalidRequestException e) {
      throw WireInput.invalid(e);
    }
  }

  private static <J extends MediaJob> List<String> names(List<PipelineStep<J>> steps) {
    return steps.stream().map(PipelineStep::name).toList();
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
