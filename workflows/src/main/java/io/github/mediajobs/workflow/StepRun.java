package io.github.mediajobs.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.wire.StepFailure;
import io.github.mediajobs.wire.StepResult;
import io.github.mediajobs.wire.StepStatus;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Functions;

/** Runs one step to its end. A step that fails is a result; a cancelled workflow is not. */
final class StepRun {
  private static final int SHOWN = 1_000;

  private StepRun() {}

  static StepResult of(String name, Functions.Func<JsonNode> step) {
    try {
      return new StepResult(name, StepStatus.COMPLETED, step.apply(), null);
    } catch (TemporalFailure e) {
      if (CancellationScope.current().isCancelRequested()) {
        throw e;
      }
      return new StepResult(name, StepStatus.FAILED, null, failure(e));
    }
  }

  private static StepFailure failure(TemporalFailure failure) {
    Throwable cause =
        (failure instanceof ActivityFailure || failure instanceof ChildWorkflowFailure)
                && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return new StepFailure(shown(type(cause)), shown(message(cause)));
  }

  /** Twenty of them must fit one payload. */
  private static String shown(String text) {
    return text == null || text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  private static String type(Throwable cause) {
    if (cause instanceof ApplicationFailure it) {
      return it.getType();
    }
    if (cause instanceof TimeoutFailure) {
      return "Timeout";
    }
    if (cause instanceof CanceledFailure) {
      return "Cancelled";
    }
    if (cause instanceof TerminatedFailure) {
      return "Terminated";
    }
    return cause.getClass().getSimpleName();
  }

  private static String message(Throwable cause) {
    return cause instanceof TemporalFailure it && it.getOriginalMessage() != null
        ? it.getOriginalMessage()
        : cause.getMessage();
  }
}
