package io.github.mediajobs.failure;

import io.temporal.failure.ApplicationFailure;

/** Failures that are answers: their stack traces say nothing and would be 2 KB of each poll. */
public final class Stackless {
  private static final StackTraceElement[] NONE = {};

  private Stackless() {}

  /**
   * Empties a failure's stack trace.
   *
   * @param failure what is about to be thrown
   * @return the same failure
   */
  public static ApplicationFailure of(ApplicationFailure failure) {
    failure.setStackTrace(NONE);
    return failure;
  }
}
