package io.github.mediajobs.emulator.error;

/**
 * The request is answered with an error. Carries no stack: it is an answer, not a fault of ours.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ApiError error;

  /**
   * Ends the request.
   *
   * @param error what is answered
   */
  public RefusedException(ApiError error) {
    super(error.code() + ": " + error.message(), null, false, false);
    this.error = error;
  }

  /**
   * The answer.
   *
   * @return what is answered
   */
  public ApiError error() {
    return error;
  }
}
