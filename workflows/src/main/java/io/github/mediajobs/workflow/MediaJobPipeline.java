package io.github.mediajobs.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.JoinAnswer;
import io.github.mediajobs.wire.MediaJobPipelineWorkflow;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.PipelineOutcome;
import io.github.mediajobs.wire.PipelineRequest;
import io.github.mediajobs.wire.Progress;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.wire.StepInput;
import io.github.mediajobs.wire.WireInput;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Waits for one job, then runs the steps of the branch that it took. */
public final class MediaJobPipeline implements MediaJobPipelineWorkflow {
  private final Catalogue catalogue;
  private final String region;
  private final NamedSteps namedSteps = new NamedSteps(null);
  private final Branch branch = new Branch(this::show);
  private final Answers answers = new Answers();
  private Progress.Phase phase = Progress.Phase.WAITING;
  private AwaitAttempt attempt;
  private JobWait wait;
  private Outcome outcome;
  private Set<String> stepNames = Set.of();

  /**
   * Gathers what the workflow needs.
   *
   * @param catalogue the operations that may be named
   * @param region where jobs live whose request names no region
   */
  public MediaJobPipeline(Catalogue catalogue, String region) {
    this.catalogue = catalogue;
    this.region = region;
  }

  @Override
  public PipelineOutcome run(RawValue argument) {
    PipelineRequest request;
    try {
      request = start(argument);
      outcome = wait.end().get();
    } catch (TemporalFailure e) {
      if (attempt != null) {
        Workflow.setCurrentDetails(Summary.stopped(attempt, e));
      }
      StatusAttribute.unknown();
      throw e;
    }
    StatusAttribute.ended(outcome);
    phase = Progress.Phase.STEPS;
    Map<String, Functions.Func<JsonNode>> steps = steps(request);
    stepNames = steps.keySet();
    show();
    PipelineOutcome result = StepPayload.capped(outcome, branch.run(steps));
    phase = Progress.Phase.DONE;
    return result;
  }

  private PipelineRequest start(RawValue argument) {
    PipelineRequest request =
        WireInput.read(
            argument,
            it -> {
              PipelineRequest read = PipelineRequest.read(it);
              attempt = Waits.fromStart(read.awaited(), catalogue, region);
              return read;
            });
    Workflow.setCurrentDetails(Summary.waiting(attempt));
    wait =
        Boolean.TRUE.equals(request.awaited().shared())
            ? JobWait.startShared(attempt, answers)
            : JobWait.start(attempt, null);
    return request;
  }

  private void show() {
    Workflow.setCurrentDetails(Summary.ended(outcome, stepNames, branch.ended()));
  }

  private Map<String, Functions.Func<JsonNode>> steps(PipelineRequest request) {
    List<Step> taken =
        outcome.outcome() == OutcomeKind.SUCCEEDED ? request.onSuccess() : request.onFailure();
    Map<String, Functions.Func<JsonNode>> steps = new LinkedHashMap<>();
    for (Step step : taken) {
      StepInput input =
          new StepInput(outcome, Workflow.getInfo().getWorkflowId() + "/" + step.name());
      steps.put(step.name(), () -> namedSteps.run(step, input));
    }
    return steps;
  }

  @Override
  public void mediaJobEnded(JoinAnswer answer) {
    answers.ended(answer);
  }

  @Override
  public void jobEvent(RawValue event) {
    if (wait != null) {
      wait.nudge();
    }
  }

  @Override
  public Progress progress() {
    if (attempt == null) {
      return Progress.beforeStart();
    }
    return phase == Progress.Phase.WAITING
        ? Progress.of(phase, attempt, null, null)
        : Progress.of(phase, attempt, outcome, StepPayload.capped(outcome, branch.ended()).steps());
  }
}
