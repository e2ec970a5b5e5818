package io.github.mediajobs.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.JobPending;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.Outcome;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.failure.v1.TimeoutFailureInfo;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaitEndTest {
  private static final AwaitAttempt ATTEMPT =
      new AwaitAttempt("GetPackageJob", "job-1", "cn-shanghai", Instant.EPOCH, null, null);

  private static ActivityFailure activity(RetryState state, Throwable cause) {
    return new ActivityFailure("failed", 5, 6, "AwaitMediaJob", "1", state, "worker", cause);
  }

  private static Throwable timeout(Throwable cause) {
    DataConverter converter = DefaultDataConverter.STANDARD_INSTANCE;
    Failure.Builder failure =
        Failure.newBuilder()
            .setMessage("late")
            .setTimeoutFailureInfo(
                TimeoutFailureInfo.newBuilder()
                    .setTimeoutType(TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE));
    if (cause != null) {
      failure.setCause(converter.exceptionToFailure(cause));
    }
    return converter.failureToException(failure.build());
  }

  /** The shapes in which servers tell a deadline missed by the engine, around the last failure. */
  static Stream<Function<Throwable, ActivityFailure>> shapes() {
    return Stream.of(
        last -> activity(RetryState.RETRY_STATE_TIMEOUT, last),
        last -> activity(RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE, timeout(last)),
        last -> activity(RetryState.RETRY_STATE_TIMEOUT, timeout(last)));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aMissedDeadlineIsATimeoutWithWhatWasLastSeen(Function<Throwable, ActivityFailure> shape) {
    ApplicationFailure pending =
        ApplicationFailure.newFailure(
            "pending", "JobPending", new JobPending("Processing", 40, 7, Instant.EPOCH));
    Outcome outcome = WaitEnd.of(shape.apply(pending), ATTEMPT);
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.TIMED_OUT);
    assertThat(outcome.status()).isEqualTo("Processing");
    assertThat(outcome.polls()).isEqualTo(7);
    assertThat(outcome.region()).isEqualTo("cn-shanghai");
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aJobThatWasUnknownToTheLastIsNotFound(Function<Throwable, ActivityFailure> shape) {
    ApplicationFailure unknown = ApplicationFailure.newFailure("no such job", "JobNotFound");
    assertThat(WaitEnd.of(shape.apply(unknown), ATTEMPT).outcome())
        .isEqualTo(OutcomeKind.NOT_FOUND);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void anApiThatDidNotAnswerIsItsOwnFailure(Function<Throwable, ActivityFailure> shape) {
    FailureDetails details = new FailureDetails("Throttling.User", "request-1", 400);
    ApplicationFailure throttled = ApplicationFailure.newFailure("slow down", "Throttled", details);
    assertThatThrownBy(() -> WaitEnd.of(shape.apply(throttled), ATTEMPT))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo("Throttled");
              assertThat(failure.getOriginalMessage()).isEqualTo("slow down");
              assertThat(failure.getDetails().get(FailureDetails.class)).isEqualTo(details);
              assertThat(failure.getStackTrace()).isEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aWaitThatNobodyServedIsNoOutcome(Function<Throwable, ActivityFailure> shape) {
    assertThatThrownBy(() -> WaitEnd.of(shape.apply(null), ATTEMPT))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo("ServiceUnavailable");
              assertThat(failure.getOriginalMessage()).contains("job-1", "worker");
            });
  }

  @Test
  void aCancelledWaitStaysCancelled() {
    ActivityFailure cancelled =
        activity(RetryState.RETRY_STATE_CANCEL_REQUESTED, new CanceledFailure("cancelled"));
    assertThatThrownBy(() -> WaitEnd.of(cancelled, ATTEMPT)).isInstanceOf(CanceledFailure.class);
  }
}
