package io.github.mediajobs.client;

import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.temporal.client.WorkflowException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.failure.TimeoutFailure;

/** Turns what ended a run without an outcome into one exception. */
final class RunFailures {
  private RunFailures() {}

  static JobStateUnknownException of(String workflowId, Throwable failure) {
    Throwable cause =
        failure instanceof WorkflowException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof ApplicationFailure it) {
      return new JobStateUnknownException(
          it.getType(), details(it), it.getOriginalMessage(), failure);
    }
    String type = type(cause);
    return new JobStateUnknownException(
        type, null, "%s of %s: %s".formatted(type, workflowId, cause.getMessage()), failure);
  }

  private static FailureDetails details(ApplicationFailure failure) {
    try {
      return failure.getDetails().getSize() == 0
          ? null
          : failure.getDetails().get(FailureDetails.class);
    } catch (io.temporal.common.converter.DataConverterException e) {
      return null;
    }
  }

  private static String type(Throwable cause) {
    if (cause instanceof CanceledFailure) {
      return "Canceled";
    }
    if (cause instanceof TerminatedFailure) {
      return "Terminated";
    }
    if (cause instanceof TimeoutFailure) {
      return "RunTimedOut";
    }
    return cause.getClass().getSimpleName();
  }
}
