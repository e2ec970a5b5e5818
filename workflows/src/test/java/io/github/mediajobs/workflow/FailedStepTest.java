package io.github.mediajobs.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.wire.StepFailure;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.api.failure.v1.ActivityFailureInfo;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.failure.v1.TerminatedFailureInfo;
import io.temporal.api.failure.v1.TimeoutFailureInfo;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailedStepTest {
  private static ActivityFailure activity(Throwable cause) {
    return new ActivityFailure(
        "failed", 5, 6, "Publish", "1", RetryState.RETRY_STATE_TIMEOUT, "worker", cause);
  }

  private static ChildWorkflowFailure child(Throwable cause) {
    return new ChildWorkflowFailure(
        5,
        6,
        "Publish",
        WorkflowExecution.getDefaultInstance(),
        "default",
        RetryState.RETRY_STATE_TIMEOUT,
        cause);
  }

  private static TemporalFailure decoded(Failure.Builder failure) {
    return (TemporalFailure)
        DefaultDataConverter.STANDARD_INSTANCE.failureToException(
            failure.setMessage("it ended").build());
  }

  private static TemporalFailure late() {
    return decoded(
        Failure.newBuilder()
            .setTimeoutFailureInfo(
                TimeoutFailureInfo.newBuilder()
                    .setTimeoutType(TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE)));
  }

  private static TemporalFailure terminated() {
    return decoded(
        Failure.newBuilder().setTerminatedFailureInfo(TerminatedFailureInfo.getDefaultInstance()));
  }

  static Stream<Arguments> failures() {
    ApplicationFailure thrown = ApplicationFailure.newNonRetryableFailure("no disk", "DiskFull");
    return Stream.of(
        Arguments.of(thrown, "DiskFull", "no disk"),
        Arguments.of(activity(thrown), "DiskFull", "no disk"),
        Arguments.of(child(thrown), "DiskFull", "no disk"),
        Arguments.of(activity(late()), "Timeout", "it ended"),
        Arguments.of(activity(new CanceledFailure("stopped")), "Cancelled", "stopped"),
        Arguments.of(child(terminated()), "Terminated", "it ended"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void theCauseIsToldByItsType(TemporalFailure failure, String type, String message) {
    assertThat(FailedStep.failure(failure)).isEqualTo(new StepFailure(type, message));
  }

  @Test
  void aFailureWithoutACauseIsToldByItself() {
    TemporalFailure failure =
        decoded(
            Failure.newBuilder()
                .setActivityFailureInfo(ActivityFailureInfo.newBuilder().setIdentity("worker")));
    assertThat(FailedStep.failure(failure))
        .isEqualTo(new StepFailure("ActivityFailure", "it ended"));
  }

  @Test
  void longTextsAreCut() {
    String thousand = "x".repeat(1_000);
    assertThat(told(thousand)).isEqualTo(thousand);
    assertThat(told(thousand + "y")).isEqualTo(thousand + "...");
  }

  private static String told(String message) {
    return FailedStep.failure(ApplicationFailure.newFailure(message, "T")).message();
  }
}
