package io.github.mediajobs.failure;

import java.util.Optional;

/** Thrown outside workflows: the job's state could not be found out. The message says why. */
public final class JobStateUnknownException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final transient FailureDetails details;

  /**
   * Keeps what is known.
   *
   * @param type the wire name of the failure type, or what ended the run, such as {@code Canceled}
   * @param details the API's Code and RequestId, where there are any
   * @param message what happened and what to do
   * @param cause where it came from
   */
  public JobStateUnknownException(
      String type, FailureDetails details, String message, Throwable cause) {
    super(message, cause);
    this.type = type;
    this.details = details;
  }

  /**
   * Why.
   *
   * @return the wire name of the failure type, or what ended the run, such as {@code Canceled}
   */
  public String type() {
    return type;
  }

  /**
   * What the API said.
   *
   * @return its Code, RequestId and HTTP status; empty when it said nothing
   */
  public Optional<FailureDetails> details() {
    return Optional.ofNullable(details);
  }
}
