package io.github.mediajobs.worker;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.github.mediajobs.worker.Pollings.EVERY_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of a wait when the API refuses, throttles or is away. A worker remembers that, so
 * each test has its own.
 */
@CachedAndReplayed
class AwaitFaultTest {
  private final Engine engine;
  private final String jobId;

  AwaitFaultTest(int cachedWorkflows) {
    engine = new Engine(cachedWorkflows);
    jobId = engine.newJobId();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void aKeyThatIsRotatedInMidWaitDoesNotEndIt() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofHours(1)));
    JobHandle<Outcome> handle =
        engine.client().await(PACKAGE, jobId).polling(EVERY_MINUTE).startUntyped();
    engine.temporal().sleep(Duration.ofSeconds(90));
    engine.emulator().credentials(Credential.of("new-key", "new-secret"));
    engine.temporal().sleep(Duration.ofMinutes(12));
    assertThat(handle.describe().running()).isTrue();
    engine.sign(new ApiCredentials("new-key", "new-secret", null));
    assertThat(handle.result().outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
  }

  @ParameterizedTest
  @CsvSource({
    "InvalidAccessKeyId.NotFound, 404, CredentialsInvalid",
    "SignatureDoesNotMatch, 400, CredentialsInvalid",
    "Forbidden.RAM, 403, AccessDenied",
    "MissingParameter, 400, InvalidRequest"
  })
  void whatCannotBePutRightByWaitingEndsTheWaitOnItsFirstPoll(
      String code, int status, String type) {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofHours(1)));
    engine.emulator().fault(Fault.error(status, code, "no").forever());
    assertThatThrownBy(() -> engine.client().await(PACKAGE, jobId).outcome())
        .isInstanceOfSatisfying(
            JobStateUnknownException.class,
            it -> {
              assertThat(it.type()).isEqualTo(type);
              assertThat(it.details().map(FailureDetails::code)).contains(code);
              assertThat(it.details().map(FailureDetails::requestId)).isPresent();
              assertThat(it.details().map(FailureDetails::httpStatus)).contains(status);
            });
    assertThat(engine.emulator().polls(jobId).total()).isEqualTo(1);
  }

  @Test
  void throttlingIsWaitedOutAndTheServersHintHonoured() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofMinutes(1)));
    engine.emulator().fault(Fault.throttling("90000").times(1));
    Instant start = engine.now();
    assertThat(engine.await(PACKAGE, jobId, Duration.ofHours(1)).outcome())
        .isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(engine.pollsSince(start, jobId).get(1)).isBetween(90.0, 99.0);
  }

  @Test
  void anApiThatIsDownAtTheDeadlineIsNoOutcome() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofMinutes(1)));
    engine.emulator().fault(Fault.html(503).forever());
    Instant start = engine.now();
    assertThatThrownBy(
            () -> engine.client().await(PACKAGE, jobId).within(Duration.ofMinutes(30)).outcome())
        .isInstanceOfSatisfying(
            JobStateUnknownException.class,
            it -> assertThat(it.type()).isEqualTo("ServiceUnavailable"));
    assertThat(engine.lastPoll(start, jobId))
        .isBetween(Duration.ofSeconds(1_890), Duration.ofMinutes(32));
  }
}
