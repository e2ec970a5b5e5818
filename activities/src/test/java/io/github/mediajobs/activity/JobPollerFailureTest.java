package io.github.mediajobs.activity;

import static io.github.mediajobs.activity.TestActivities.NOW;
import static io.github.mediajobs.activity.TestActivities.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Outcome;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads that bring no job, in a wait of one hour. */
class JobPollerFailureTest {
  private static final Instant DEADLINE = NOW.plus(Duration.ofHours(1));

  private final TestActivities activities = new TestActivities();

  @AfterEach
  void close() {
    activities.close();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, PT5S",
    "10, 2, PT7.5S",
    "58, 9, PT2S",
  })
  void toleratesForAMinuteThatAJobIsNotThere(int seconds, int attempt, Duration delay) {
    ApplicationFailure failure = failure(NOW.plusSeconds(seconds), attempt);

    assertRetried(failure, "JobNotFound", delay);
    assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
    assertThat(failure.getDetails().get(FailureDetails.class).httpStatus()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 600, 3600, 4000})
  void answersThenThatTheJobIsNotThere(int seconds) {
    activities.clock.set(NOW.plusSeconds(seconds));
    activities.attempt.number(5);

    Outcome outcome = await();

    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.NOT_FOUND);
    assertThat(outcome.jobId()).isEqualTo("job-1");
    assertThat(outcome.polls()).isEqualTo(5);
    assertThat(outcome.code()).isEqualTo("JobNotFound");
    assertThat(outcome.job()).isNull();
    assertThat(outcome.message())
        .isEqualTo(
            "GetPackageJob job-1 in cn-shanghai is unknown to the API; check the job id and the"
                + " region");
  }

  @Test
  void givesNoGraceBehindTheDeadline() {
    activities.attempt.scheduledAt(DEADLINE.minusSeconds(10));
    activities.clock.set(DEADLINE);

    assertThat(await().outcome()).isEqualTo(OutcomeKind.NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "400, Throttling.User, Throttled, BENIGN",
    "503, ServiceUnavailable, ServiceUnavailable, UNSPECIFIED",
    "200, ServiceUnavailable, ServiceUnavailable, UNSPECIFIED",
    "500, InternalError, ServiceUnavailable, UNSPECIFIED",
  })
  void goesOnAfterAFailureThatMayPass(
      int status, String code, String type, ApplicationErrorCategory category) {
    activities.emulator.fault(Fault.error(status, code, "No.").forever());

    ApplicationFailure failure = failure(NOW.plusSeconds(90), 2);

    assertRetried(failure, type, Duration.ofMillis(7_500));
    assertThat(failure.getCategory()).isEqualTo(category);
    assertThat(failure.getDetails().get(FailureDetails.class).code()).isEqualTo(code);
    assertRetried(failure(DEADLINE.minusSeconds(1), 99), type, Duration.ofSeconds(1));
  }

  @Test
  void goesOnAfterAnAnswerWithoutAJob() {
    activities.emulator.fault(Fault.html(200).forever());

    assertRetried(failure(NOW, 1), "MalformedResponse", Duration.ofSeconds(5));
  }

  @Test
  void triesTheLastPollForNinetySecondsMore() {
    activities.emulator.fault(Fault.html(502).forever());

    assertRetried(failure(DEADLINE, 1), "ServiceUnavailable", Duration.ofSeconds(5));
    assertRetried(
        failure(DEADLINE.plusSeconds(89), 9), "ServiceUnavailable", Duration.ofSeconds(1));
    assertEnded(failure(DEADLINE.plusSeconds(90), 10), "ServiceUnavailable");
  }

  @ParameterizedTest
  @CsvSource({"90000, PT1M30S", "1, PT5S", "3599999, PT10M"})
  void waitsAsLongAsTheApiAsksFor(String millis, Duration delay) {
    activities.emulator.fault(Fault.throttling(millis));

    assertRetried(failure(DEADLINE.minus(Duration.ofMinutes(10)), 1), "Throttled", delay);
  }

  @ParameterizedTest
  @CsvSource({
    "403, Forbidden.RAM, AccessDenied",
    "404, InvalidAccessKeyId.NotFound, CredentialsInvalid",
  })
  void takesARefusedKeyForWrongAtFirstAndForRotatedLater(int status, String code, String type) {
    activities.emulator.fault(Fault.error(status, code, "No.").forever());

    assertEnded(failure(NOW, 1), type);
    assertRetried(failure(NOW.plusSeconds(9), 2), type, Duration.ofMinutes(5));
    assertRetried(failure(DEADLINE.minusSeconds(7), 50), type, Duration.ofSeconds(7));
    assertEnded(failure(DEADLINE, 51), type);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50})
  void endsWithARequestThatIsWrong(int attempt) {
    activities.emulator.fault(Fault.error(400, "InvalidParameter", "No."));

    assertEnded(failure(NOW, attempt), "InvalidRequest");
  }

  private ApplicationFailure failure(Instant now, int attempt) {
    activities.clock.set(now);
    activities.attempt.number(attempt);
    return TestActivities.failure(this::await);
  }

  private Outcome await() {
    return activities
        .stub(TestActivities.Awaiting.class)
        .await(
            json(
                "{'operation':'GetPackageJob','jobId':'job-1','deadlineAt':'%s'}"
                    .formatted(DEADLINE)));
  }

  private void assertRetried(ApplicationFailure failure, String type, Duration delay) {
    assertThat(failure.getType()).isEqualTo(type);
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getNextRetryDelay()).isEqualTo(delay);
    assertThat(activities.attempt.thrown().getStackTrace()).isEmpty();
  }

  private void assertEnded(ApplicationFailure failure, String type) {
    assertThat(failure.getType()).isEqualTo(type);
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(activities.attempt.thrown().getStackTrace()).isEmpty();
  }
}
