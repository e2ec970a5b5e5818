package io.github.mediajobs.cli.exit;

import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.cli.text.Line;
import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowServiceException;
import java.util.Objects;
import java.util.concurrent.CompletionException;

/**
 * What went wrong, for people and for scripts.
 *
 * @param code what the command ends with
 * @param line the cause, the API's Code and RequestId where there are any, what to do; one line
 */
public record Problem(ExitCode code, String line) {
  /**
   * Puts the problem on one line.
   *
   * @throws NullPointerException when a component is null
   */
  public Problem {
    Objects.requireNonNull(code, "code");
    line = Line.of(Objects.requireNonNull(line, "line"));
  }

  /**
   * Tells an exception.
   *
   * @param failure what was thrown
   * @return the problem; {@link ExitCode#NOT_FOUND_OUT} unless the input is wrong or the job
   *     unknown
   */
  public static Problem of(Throwable failure) {
    if (failure instanceof CompletionException && failure.getCause() != null) {
      return of(failure.getCause());
    }
    if (failure instanceof InvalidRequestException it) {
      return new Problem(ExitCode.BAD_INPUT, it.getMessage());
    }
    if (failure instanceof ApiException it) {
      return new Problem(ExitCode.of(it.type()), it.getMessage());
    }
    if (failure instanceof JobStateUnknownException it) {
      return new Problem(ExitCode.ofFailure(it.type()), told(it));
    }
    if (failure instanceof WorkflowServiceException && failure.getCause() != null) {
      return of(failure.getCause());
    }
    if (failure instanceof StatusRuntimeException it) {
      return new Problem(
          ExitCode.NOT_FOUND_OUT,
          "the Temporal service answered %s; check TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE"
              .formatted(it.getMessage()));
    }
    return new Problem(
        ExitCode.NOT_FOUND_OUT,
        "%s: %s; run it again with --verbose and report what it says"
            .formatted(failure.getClass().getSimpleName(), failure.getMessage()));
  }

  private static String told(JobStateUnknownException failure) {
    String message = Objects.requireNonNullElse(failure.getMessage(), failure.type());
    FailureDetails details = failure.details().orElse(FailureDetails.NONE);
    StringBuilder told = new StringBuilder(message);
    if (details.code() != null && !message.contains(details.code())) {
      told.append(" (Code ").append(details.code()).append(')');
    }
    if (details.requestId() != null && !message.contains(details.requestId())) {
      told.append(" (RequestId ").append(details.requestId()).append(')');
    }
    return told.toString();
  }
}
