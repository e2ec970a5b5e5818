package io.github.mediajobs.workflow;

import io.github.mediajobs.wire.StepFailure;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.failure.TimeoutFailure;

/** What is told of a step that failed. */
final class FailedStep {
  private static final int SHOWN = 1_000;

  private FailedStep() {}

  static StepFailure failure(TemporalFailure failure) {
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
