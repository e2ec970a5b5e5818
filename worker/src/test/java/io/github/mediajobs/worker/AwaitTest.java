package io.github.mediajobs.worker;

import static io.github.mediajobs.operation.Operations.DYNAMIC_IMAGE;
import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.LIVE_SNAPSHOT;
import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.job.IProductionJob;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.job.MediaProducingJob;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Polling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a wait does, over skipped time; with cached workflows and with every task replayed. */
@ParameterizedClass(name = "{0} cached workflows")
@ValueSource(ints = {600, 0})
class AwaitTest {
  private static final Polling EVERY_MINUTE =
      new Polling("fixed", Duration.ofMinutes(1), null, null, null, null, 0.0, null);

  @Parameter private int cachedWorkflows;
  private Engine engine;

  @BeforeEach
  void start() {
    engine = new Engine(cachedWorkflows);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  static Stream<Arguments> operationsAndStatuses() {
    return Catalogue.standard().operations().stream()
        .flatMap(it -> it.statuses().keySet().stream().map(s -> Arguments.of(it.alias(), s)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("operationsAndStatuses")
  void everyStatusOfEveryOperationEndsTheWaitOrDoesNot(String alias, String status) {
    JobOperation<?> operation = Catalogue.standard().require(alias);
    engine.emulator().add(JobScript.of(operation, "job-1", Phase.at(Duration.ZERO, status)));
    Outcome outcome = untyped(operation, "job-1", Duration.ofMinutes(10));
    assertThat(outcome.outcome()).isEqualTo(expected(operation, status));
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.operation()).isEqualTo(operation.action());
    assertThat(outcome.jobId()).isEqualTo("job-1");
    assertThat(outcome.region()).isEqualTo("cn-shanghai");
    assertThat(outcome.job().path(operation.statusField()).asText()).isEqualTo(status);
    assertThat(outcome.polls())
        .isEqualTo((int) engine.emulator().polls("job-1").total())
        .matches(polls -> (polls == 1) == (outcome.outcome() != OutcomeKind.TIMED_OUT));
  }

  static OutcomeKind expected(JobOperation<?> operation, String status) {
    if (operation.awaited().contains(status)) {
      return OutcomeKind.SUCCEEDED;
    }
    return operation.stateOf(status) == JobState.FAILED
        ? OutcomeKind.FAILED
        : OutcomeKind.TIMED_OUT;
  }

  static Stream<JobOperation<?>> operations() {
    return Catalogue.standard().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aJobIsAwaitedThroughItsWholeLife(JobOperation<?> operation) {
    engine.emulator().add(JobScript.succeeding(operation, "job-1", Duration.ofHours(3)));
    Instant start = engine.now();
    Outcome outcome = untyped(operation, "job-1", Duration.ofHours(6));
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(outcome.polls()).isGreaterThan(20);
    assertThat(lastPoll(start, "job-1"))
        .isBetween(Duration.ofMinutes(90), Duration.ofHours(3).plusMinutes(6));
  }

  @Test
  void aFailedJobIsAValueWithItsCodeAndMessage() {
    engine
        .emulator()
        .add(
            JobScript.failing(
                PACKAGE, "job-1", Duration.ofMinutes(2), "InvalidParameter", "Resource bad."));
    JobOutcome<PackageJob> outcome = engine.client().await(PACKAGE, "job-1").outcome();
    JobOutcome.Failed<PackageJob> failed = (JobOutcome.Failed<PackageJob>) outcome;
    assertThat(failed.job().code()).isEqualTo("InvalidParameter");
    assertThat(failed.job().message()).isEqualTo("Resource bad.");
    assertThat(failed.job().state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void theLastPollComesAtTheDeadline() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, "job-1", Duration.ofSeconds(150)));
    Instant start = engine.now();
    Outcome outcome = untyped(PACKAGE, "job-1", Duration.ofSeconds(150), EVERY_MINUTE);
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(engine.pollsSince(start, "job-1"))
        .hasSize(4)
        .satisfies(polls -> assertThat(polls.get(3)).isBetween(150.0, 159.0));
  }

  @Test
  void aJobThatOutlivesTheDeadlineTimesOutWithWhatWasLastSeen() {
    engine
        .emulator()
        .add(
            JobScript.of(
                MEDIA_PRODUCING,
                "job-1",
                Phase.at(Duration.ZERO, "Init"),
                new Phase(Duration.ofMinutes(1), "Processing", 0),
                new Phase(Duration.ofHours(9), "Success", 100)));
    Instant start = engine.now();
    JobOutcome<MediaProducingJob> outcome =
        engine.client().await(MEDIA_PRODUCING, "job-1").within(Duration.ofHours(1)).outcome();
    JobOutcome.TimedOut<MediaProducingJob> late = (JobOutcome.TimedOut<MediaProducingJob>) outcome;
    assertThat(late.status()).isEqualTo("Processing");
    assertThat(late.lastRead()).isPresent();
    assertThat(lastPoll(start, "job-1"))
        .isBetween(Duration.ofHours(1), Duration.ofHours(1).plusSeconds(9));
  }

  @Test
  void anUnknownJobIsNotFoundAfterTheGrace() {
    Instant start = engine.now();
    Outcome outcome = untyped(PACKAGE, "no-such-job", Duration.ofHours(6));
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.NOT_FOUND);
    assertThat(outcome.code()).isEqualTo("JobNotFound");
    assertThat(outcome.message()).contains("no-such-job in cn-shanghai", "check");
    assertThat(lastPoll(start, "no-such-job"))
        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(69));
  }

  @Test
  void aNewJobMayTakeAMomentToAppear() {
    engine
        .emulator()
        .add(
            JobScript.succeeding(PACKAGE, "job-1", Duration.ofMinutes(5))
                .appearingAfter(Duration.ofSeconds(40)));
    assertThat(untyped(PACKAGE, "job-1", Duration.ofHours(6)).outcome())
        .isEqualTo(OutcomeKind.SUCCEEDED);
  }

  @Test
  void aCancelledWaitEndsAtOnceAndLeavesTheJobAlone() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, "job-1", Duration.ofHours(3)));
    JobHandle<JobOutcome<PackageJob>> handle =
        engine.client().await(PACKAGE, "job-1").polling(EVERY_MINUTE).start();
    engine.temporal().sleep(Duration.ofSeconds(90));
    handle.cancel();
    assertThatThrownBy(handle::result)
        .isInstanceOfSatisfying(
            JobStateUnknownException.class, it -> assertThat(it.type()).isEqualTo("Canceled"));
    engine.temporal().sleep(Duration.ofMinutes(10));
    assertThat(engine.emulator().polls("job-1").total()).isEqualTo(2);
  }

  @Test
  void anEventEndsTheWaitOfAJobThatHasEnded() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, "job-1", Duration.ofMinutes(5)));
    Polling hourly =
        new Polling("fixed", Duration.ofHours(1), null, null, null, Duration.ofHours(1), 0.0, null);
    JobHandle<Outcome> handle =
        engine.client().await(PACKAGE, "job-1").polling(hourly).startUntyped();
    Instant start = engine.now();
    engine.temporal().sleep(Duration.ofMinutes(1));
    handle.nudge();
    engine.temporal().sleep(Duration.ofMinutes(5));
    handle.nudge();
    Outcome outcome = handle.result();
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(outcome.polls()).isEqualTo(2);
    assertThat(lastPoll(start, "job-1")).isLessThan(Duration.ofMinutes(10));
    assertThat(engine.emulator().polls("job-1").total()).isEqualTo(3);
  }

  @Test
  void anEventThatTellsNothingNewLeavesTheScheduleAlone() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, "job-1", Duration.ofSeconds(150)));
    JobHandle<Outcome> handle =
        engine.client().await(PACKAGE, "job-1").polling(EVERY_MINUTE).startUntyped();
    Instant start = engine.now();
    engine.temporal().sleep(Duration.ofSeconds(30));
    handle.nudge();
    assertThat(handle.result().polls()).isEqualTo(4);
    assertThat(engine.pollsSince(start, "job-1").stream().map(at -> Math.round(at / 15) * 15))
        .containsExactly(0L, 30L, 60L, 120L, 180L);
  }

  @Test
  void eventsPastTwoHundredAreIgnoredAndTheWaitGoesOn() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, "job-1", Duration.ofDays(1)));
    Polling weekly =
        new Polling("fixed", Duration.ofDays(7), null, null, null, Duration.ofDays(7), 0.0, null);
    JobHandle<Outcome> handle =
        engine
            .client()
            .await(PACKAGE, "job-1")
            .within(Duration.ofDays(8))
            .polling(weekly)
            .startUntyped();
    for (int event = 0; event < 205; event++) {
      engine.temporal().sleep(Duration.ofSeconds(10));
      handle.nudge();
    }
    engine.temporal().sleep(Duration.ofHours(1));
    assertThat(engine.emulator().polls("job-1").total()).isEqualTo(201);
    assertThat(handle.result().outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
  }

  @Test
  void aWaitThatBeginsLateCountsFromTheJobsOwnSubmission() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, "old", Duration.ofMinutes(110)));
    engine.temporal().sleep(Duration.ofMinutes(100));
    Polling tenth =
        new Polling("proportional", null, null, 0.1, null, Duration.ofHours(1), 0.0, null);
    Instant start = engine.now();
    Outcome outcome = untyped(PACKAGE, "old", Duration.ofHours(6), tenth);
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(outcome.polls()).isEqualTo(2);
    assertThat(engine.pollsSince(start, "old").get(1)).isBetween(600.0, 700.0);
  }

  @Test
  void aKeyThatIsRotatedInMidWaitDoesNotEndIt() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, "job-1", Duration.ofHours(1)));
    JobHandle<Outcome> handle =
        engine.client().await(PACKAGE, "job-1").polling(EVERY_MINUTE).startUntyped();
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
    engine.emulator().add(JobScript.succeeding(PACKAGE, "job-1", Duration.ofHours(1)));
    engine.emulator().fault(Fault.error(status, code, "no").forever());
    assertThatThrownBy(() -> engine.client().await(PACKAGE, "job-1").outcome())
        .isInstanceOfSatisfying(
            JobStateUnknownException.class,
            it -> {
              assertThat(it.type()).isEqualTo(type);
              assertThat(it.details().map(FailureDetails::code)).contains(code);
              assertThat(it.details().map(FailureDetails::requestId)).isPresent();
              assertThat(it.details().map(FailureDetails::httpStatus)).contains(status);
            });
    assertThat(engine.emulator().polls("job-1").total()).isEqualTo(1);
  }

  @Test
  void throttlingIsWaitedOutAndTheServersHintHonoured() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, "job-1", Duration.ofMinutes(1)));
    engine.emulator().fault(Fault.throttling("90000").times(1));
    Instant start = engine.now();
    assertThat(untyped(PACKAGE, "job-1", Duration.ofHours(1)).outcome())
        .isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(engine.pollsSince(start, "job-1").get(1)).isBetween(90.0, 99.0);
  }

  @Test
  void anApiThatIsDownAtTheDeadlineIsNoOutcome() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, "job-1", Duration.ofMinutes(1)));
    engine.emulator().fault(Fault.html(503).forever());
    Instant start = engine.now();
    assertThatThrownBy(
            () -> engine.client().await(PACKAGE, "job-1").within(Duration.ofMinutes(30)).outcome())
        .isInstanceOfSatisfying(
            JobStateUnknownException.class,
            it -> assertThat(it.type()).isEqualTo("ServiceUnavailable"));
    assertThat(lastPoll(start, "job-1")).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
  }

  @Test
  void aStatusThatNobodyDocumentedIsWaitedThrough() {
    engine
        .emulator()
        .add(
            JobScript.of(
                PACKAGE,
                "job-1",
                Phase.at(Duration.ZERO, "Warping"),
                Phase.at(Duration.ofMinutes(3), "Success")));
    assertThat(untyped(PACKAGE, "job-1", Duration.ofMinutes(1)).status()).isEqualTo("Warping");
    assertThat(untyped(PACKAGE, "job-1", Duration.ofHours(1)).outcome())
        .isEqualTo(OutcomeKind.SUCCEEDED);
  }

  @Test
  void theCallerSaysWhichStatusesEndTheWait() {
    engine.emulator().add(JobScript.succeeding(IPRODUCTION, "job-1", Duration.ofHours(2)));
    JobOutcome<IProductionJob> outcome =
        engine.client().await(IPRODUCTION, "job-1").until("Analysing").outcome();
    assertThat(outcome.succeeded().orElseThrow().status()).isEqualTo("Analysing");
    engine.emulator().add(JobScript.succeeding(LIVE_SNAPSHOT, "live", Duration.ofHours(2)));
    assertThat(
            engine
                .client()
                .await(LIVE_SNAPSHOT, "live")
                .until("init")
                .outcome()
                .orElseThrow()
                .status())
        .isEqualTo("init");
  }

  @Test
  void aStatusThatPassesUnseenIsWaitedForUntilTheDeadline() {
    engine.emulator().add(JobScript.succeeding(IPRODUCTION, "job-1", Duration.ZERO));
    JobOutcome.TimedOut<IProductionJob> late =
        (JobOutcome.TimedOut<IProductionJob>)
            engine
                .client()
                .await(IPRODUCTION, "job-1")
                .until("Analysing")
                .within(Duration.ofHours(1))
                .outcome();
    assertThat(late.status()).isEqualTo("Success");
  }

  @Test
  void aFailureEndsTheWaitWhateverTheCallerWaitsFor() {
    engine.emulator().add(JobScript.failing(IPRODUCTION, "job-1", Duration.ZERO, "Bad", "bad"));
    assertThat(engine.client().await(IPRODUCTION, "job-1").until("Queuing").outcome())
        .isInstanceOf(JobOutcome.Failed.class);
  }

  @Test
  void whatIsTooLargeForAPayloadIsCutOutAndNamed() {
    String timeline = "x".repeat(600 * 1024);
    engine
        .emulator()
        .add(
            JobScript.succeeding(MEDIA_PRODUCING, "job-1", Duration.ZERO)
                .with("Timeline", timeline)
                .with("UserData", "y".repeat(200 * 1024)));
    JobOutcome<MediaProducingJob> outcome =
        engine.client().await(MEDIA_PRODUCING, "job-1").outcome();
    assertThat(outcome.truncated()).containsExactly("/Timeline");
    MediaProducingJob job = outcome.succeeded().orElseThrow();
    assertThat(job.timeline()).isNull();
    assertThat(job.userData()).hasSize(200 * 1024);
  }

  @Test
  void aJobOfAYearAgoIsReadAsItIs() {
    Outcome outcome = untyped(PACKAGE, "ab4802364a2e49208c99efab82df****", Duration.ofSeconds(30));
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.TIMED_OUT);
    assertThat(outcome.status()).isEqualTo("Init");
    assertThat(untyped(DYNAMIC_IMAGE, "****d80e4e4044975745c14b****\n", Duration.ofHours(1)))
        .satisfies(it -> assertThat(it.outcome()).isEqualTo(OutcomeKind.SUCCEEDED))
        .satisfies(it -> assertThat(it.jobId()).endsWith("\n"));
  }

  @Test
  void waitersOnOneJobShareOneRun() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, "job-1", Duration.ofMinutes(3)));
    List<JobHandle<JobOutcome<PackageJob>>> waiters =
        Stream.generate(() -> engine.client().await(PACKAGE, "job-1").polling(EVERY_MINUTE).start())
            .limit(5)
            .toList();
    List<CompletableFuture<JobOutcome<PackageJob>>> futures =
        waiters.stream().map(JobHandle::async).toList();
    assertThat(waiters).allSatisfy(it -> assertThat(it.result().succeeded()).isPresent());
    assertThat(futures).allSatisfy(it -> assertThat(it.join().succeeded()).isPresent());
    assertThat(engine.emulator().polls("job-1").total()).isEqualTo(4);
  }

  @Test
  void aPendingWaitCanBeLookedAtWithoutAWorker() {
    engine
        .emulator()
        .add(
            JobScript.of(
                MEDIA_PRODUCING,
                "job-1",
                new Phase(Duration.ZERO, "Processing", 40),
                new Phase(Duration.ofHours(9), "Success", 100)));
    JobHandle<JobOutcome<MediaProducingJob>> handle =
        engine.client().await(MEDIA_PRODUCING, "job-1").polling(EVERY_MINUTE).start();
    engine.temporal().sleep(Duration.ofSeconds(30));
    assertThat(handle.describe())
        .satisfies(it -> assertThat(it.running()).isTrue())
        .satisfies(it -> assertThat(it.problem()).isEmpty())
        .satisfies(it -> assertThat(it.lastSeen().orElseThrow().status()).isEqualTo("Processing"))
        .satisfies(it -> assertThat(it.lastSeen().orElseThrow().progress()).isBetween(40, 41))
        .satisfies(it -> assertThat(it.nextPollAt()).isPresent());
    handle.cancel();
  }

  /** The engine skips to its next timer before a waiter wakes; when a job was read is exact. */
  private Duration lastPoll(Instant start, String jobId) {
    List<Instant> polls = engine.emulator().polls(jobId).recent();
    return Duration.between(start, polls.get(polls.size() - 1));
  }

  private Outcome untyped(JobOperation<?> operation, String jobId, Duration deadline) {
    return untyped(operation, jobId, deadline, null);
  }

  private <J extends MediaJob> Outcome untyped(
      JobOperation<J> operation, String jobId, Duration deadline, Polling polling) {
    return engine
        .client()
        .await(operation, jobId)
        .within(deadline)
        .polling(polling)
        .startUntyped()
        .result();
  }
}
