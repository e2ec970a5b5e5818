package io.github.mediajobs.activity;

import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.JobPending;
import io.github.mediajobs.failure.Stackless;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;

/** The failures that end an attempt. */
final class Failures {
  /** The service takes a delay of zero for one that came too late, and ends the activity. */
  private static final Duration LEAST_DELAY = Duration.ofMillis(1);

  private Failures() {}

  /** The job goes on; the server tries again after the delay. */
  static ApplicationFailure pending(String message, JobPending details, Duration delay) {
    return stackless(
        ApplicationFailure.newBuilder()
            .setMessage(message)
            .setType(FailureType.JOB_PENDING.wireName())
            .setDetails(details)
            .setCategory(ApplicationErrorCategory.BENIGN)
            .setNextRetryDelay(atLeast(delay)));
  }

  /** The read failed and is tried again after the delay. */
  static ApplicationFailure again(ApiException cause, Duration delay) {
    return stackless(of(cause).setNextRetryDelay(atLeast(delay)));
  }

  /** The read failed for good. */
  static ApplicationFailure end(ApiException cause) {
    return stackless(of(cause).setNonRetryable(true));
  }

  /** The read failed; whether it is tried again is the caller's retry policy, and the type. */
  static ApplicationFailure once(ApiException cause) {
    ApplicationFailure.Builder failure = of(cause).setNonRetryable(!cause.type().passing());
    cause.retryAfter().ifPresent(delay -> failure.setNextRetryDelay(atLeast(delay)));
    return stackless(failure);
  }

  private static Duration atLeast(Duration delay) {
    return delay.compareTo(LEAST_DELAY) < 0 ? LEAST_DELAY : delay;
  }

  private static ApplicationFailure.Builder of(ApiException cause) {
    boolean expected =
        cause.type() == FailureType.THROTTLED || cause.type() == FailureType.JOB_NOT_FOUND;
    return ApplicationFailure.newBuilder()
        .setMessage(cause.getMessage())
        .setType(cause.type().wireName())
        .setDetails(cause.details())
        .setCategory(
            expected ? ApplicationErrorCategory.BENIGN : ApplicationErrorCategory.UNSPECIFIED);
  }

  private static ApplicationFailure stackless(ApplicationFailure.Builder builder) {
    return Stackless.of(builder.build());
  }
}
