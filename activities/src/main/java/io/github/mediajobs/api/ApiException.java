package io.github.mediajobs.api;

import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a read brought no job. The message is one line: operation, job and region, what happened, the
 * HTTP status, Code and RequestId where there are any, and what to do. It holds no secret.
 */
public final class ApiException extends Exception {
  private static final long serialVersionUID = 1L;

  private final FailureType type;
  private final String code;
  private final String requestId;
  private final Integer httpStatus;
  private final Duration retryAfter;

  ApiException(
      FailureType type,
      String message,
      FailureDetails details,
      Duration retryAfter,
      Throwable cause) {
    super(message, cause);
    this.type = type;
    this.code = details.code();
    this.requestId = details.requestId();
    this.httpStatus = details.httpStatus();
    this.retryAfter = retryAfter;
  }

  /**
   * What kind of failure this is.
   *
   * @return the type, never {@link FailureType#JOB_PENDING}
   */
  public FailureType type() {
    return type;
  }

  /**
   * The API's error Code.
   *
   * @return the Code, or null when there was none
   */
  public String code() {
    return code;
  }

  /**
   * The API's RequestId.
   *
   * @return the id, or null when there was no answer or none in it
   */
  public String requestId() {
    return requestId;
  }

  /**
   * The HTTP status of the answer.
   *
   * @return the status, or null when there was no answer
   */
  public Integer httpStatus() {
    return httpStatus;
  }

  /**
   * How long to wait before the next call: what the API asked for in {@code x-acs-retry-after}, or
   * when this process's call budget allows one.
   *
   * @return above zero and at most an hour; empty when nobody said
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /**
   * Code, RequestId and HTTP status, as they go over the wire.
   *
   * @return the details; all null when there was no answer
   */
  public FailureDetails details() {
    return new FailureDetails(code, requestId, httpStatus);
  }
}
