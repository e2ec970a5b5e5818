package io.github.mediajobs.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.wire.StepResult;
import io.github.mediajobs.wire.StepStatus;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Functions;

/** Runs one step to its end. A step that fails is a result; a cancelled workflow is not. */
final class StepRun {
  private StepRun() {}

  static StepResult of(String name, Functions.Func<JsonNode> step) {
    try {
      return new StepResult(name, StepStatus.COMPLETED, step.apply(), null);
    } catch (TemporalFailure e) {
      if (CancellationScope.current().isCancelRequested()) {
        throw e;
      }
      return new StepResult(name, StepStatus.FAILED, null, FailedStep.failure(e));
    }
  }
}
